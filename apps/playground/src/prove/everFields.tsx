import type { VNode } from 'preact';
import type { Signal } from '@preact/signals';
import { request } from '../model/state.ts';
import { everActions, everResources } from './questionState.ts';

/** Actions and resources, one a line. */
export function EverFields(): VNode {
  return (
    <div class="two-columns">
      <Lines label="Actions, one a line" of={everActions} otherwise={request.value.action} />
      <Lines label="Resources, one a line" of={everResources} otherwise={request.value.resource} />
    </div>
  );
}

interface LinesProps {
  readonly label: string;
  readonly of: Signal<string>;
  /** Asked about where nothing is typed. */
  readonly otherwise: string;
}

function Lines({ label, of, otherwise }: LinesProps): VNode {
  return (
    <label>
      <span>{label}</span>
      <textarea
        rows={3}
        spellcheck={false}
        placeholder={otherwise}
        value={of.value}
        onInput={(event) => (of.value = event.currentTarget.value)}
      />
    </label>
  );
}
