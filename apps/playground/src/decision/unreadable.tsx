import { batch } from '@preact/signals';
import type { VNode } from 'preact';
import type { Diagnostic } from '@policywright/policy';
import { readSlot } from '../model/decided.ts';
import type { PolicySlot } from '../model/policySlot.ts';
import { flags, mark, openDocument } from '../model/state.ts';
import { withCode } from '@policywright/evaluator/wording';
import { PhraseView } from './phraseView.tsx';
import { showEditor } from './showPlace.ts';

/** Why there is no decision: the documents that cannot be read, each with its first error. */
export function Unreadable({ slots }: { readonly slots: readonly PolicySlot[] }): VNode {
  return (
    <div class="verdict unknown">
      <p role="status">
        <strong>
          <span aria-hidden="true">?</span> No decision
        </strong>
        <span>A document that cannot be read might deny anything. Mend first:</span>
      </p>
      <ul>
        {slots.map((slot) => (
          <Broken key={slot.id} slot={slot} />
        ))}
      </ul>
    </div>
  );
}

function Broken({ slot }: { readonly slot: PolicySlot }): VNode {
  const { diagnostics } = readSlot(slot, flags.value.resourcePolicyKind === 'trust');
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return (
    <li>
      <button type="button" class="link" onClick={() => show(slot, error)}>
        {slot.name}
      </button>
      {error?.range !== undefined && `, line ${String(error.range.start.line)}`}
      {error !== undefined && (
        <>
          : <PhraseView of={withCode(error.message)} />
        </>
      )}
    </li>
  );
}

function show(slot: PolicySlot, error: Diagnostic | undefined): void {
  batch(() => {
    openDocument(slot);
    if (error?.range !== undefined)
      mark.value = { slot: slot.id, start: error.range.start.offset, end: error.range.end.offset };
  });
  showEditor();
}
