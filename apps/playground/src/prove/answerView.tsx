import type { VNode } from 'preact';
import { visible } from '@policywright/policy/text';
import { ShownRequest } from '../proof/shownRequest.tsx';
import { TakenForGranted } from '../proof/takenForGranted.tsx';
import type { ProofAnswer, ProofRow } from '../worker/proofs/proofApi.ts';

const SIGNS = { proved: '✓', refuted: '✗', unknown: '?', vacuous: '○' };
const WORDS = { proved: 'Proved', refuted: 'Refuted', unknown: 'Unknown', vacuous: 'About nothing' };

/** The answer to a question, one line for each guard rail. */
export function AnswerView({ answer }: { readonly answer: ProofAnswer }): VNode {
  if (!answer.ok)
    return (
      <p class="outcome unknown" role="status">
        <strong>
          <span aria-hidden="true">?</span> Nothing to prove
        </strong>{' '}
        {visible(answer.problem)}.
      </p>
    );
  const { rows, assumptions } = answer;
  const proved = rows.filter(({ outcome }) => outcome === 'proved').length;
  return (
    <>
      <p role="status" class={rows.length === 1 ? 'visually-hidden' : 'note'}>
        {proved} of {rows.length} proved.
      </p>
      <ul class="proof-rows">
        {rows.map((row, index) => (
          <li key={index} class={`outcome ${row.outcome}`}>
            <Row of={row} />
          </li>
        ))}
      </ul>
      <TakenForGranted of={assumptions} />
    </>
  );
}

function Row({ of }: { readonly of: ProofRow }): VNode {
  const { label, outcome, words, reasons, shown } = of;
  return (
    <>
      <strong>
        <span aria-hidden="true">{SIGNS[outcome]}</span> {WORDS[outcome]}
      </strong>{' '}
      <span class="label">{visible(label)}</span> {words}
      {reasons.length > 0 && <>: {reasons.map(visible).join('; ')}</>}.
      {shown !== undefined && <ShownRequest of={shown} />}
    </>
  );
}
