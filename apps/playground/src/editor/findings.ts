import { signal, type Signal } from '@preact/signals';

/** A finding of the linter as the list below the editor shows it. */
export interface ListedFinding {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly code: string;
  readonly line: number;
  /** Puts the cursor there. */
  readonly show: () => void;
  readonly fix: { readonly name: string; readonly apply: () => void } | undefined;
}

/** The findings of the document in the editor, once the linter has answered. */
export const findings: Signal<
  { readonly slot: string; readonly list: readonly ListedFinding[] } | undefined
> = signal(undefined);
