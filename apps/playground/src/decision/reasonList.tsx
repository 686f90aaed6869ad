import type { VNode } from 'preact';
import type { Reason } from '@policywright/evaluator/wording';
import { PhraseView } from './phraseView.tsx';
import { showPlace } from './showPlace.ts';

const RESULTS: Readonly<Record<Reason['result'], { readonly look: string; readonly said: string }>> = {
  true: { look: 'yes', said: 'holds: ' },
  false: { look: 'no', said: 'does not hold: ' },
  undecided: { look: 'open', said: 'cannot be told: ' },
};

/** Elements and conditions of a statement; each opens where it stands. */
export function ReasonList({ of }: { readonly of: readonly Reason[] }): VNode {
  return (
    <ul class="elements">
      {of.map(({ result, label, ref, phrase }) => (
        <li key={ref} class={RESULTS[result].look}>
          <span class="visually-hidden">{RESULTS[result].said}</span>
          <button type="button" class="link" title="Mark it in the document" onClick={() => showPlace(ref)}>
            {label}
          </button>
          <PhraseView of={phrase} />
        </li>
      ))}
    </ul>
  );
}
