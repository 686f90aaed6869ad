import { signal, type Signal } from '@preact/signals';
import type { OpenedText } from '../worker/opening/openApi.ts';

/** What a file holds of which one is chosen. */
export type Listing = Extract<OpenedText, { kind: 'scenarios' | 'policies' | 'account' }> & {
  /** Of the file; what was pasted has a name of ours. */
  readonly name: string;
};

/** What was opened and holds more than one thing. */
export const listing: Signal<Listing | undefined> = signal(undefined);
