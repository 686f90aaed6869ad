import { batch } from '@preact/signals';
import type { VNode } from 'preact';
import { sentence } from '@policywright/evaluator/wording';
import { visible } from '@policywright/policy/text';
import { PhraseView } from '../decision/phraseView.tsx';
import { request, view } from '../model/state.ts';
import type { CallAnswer, CallCheck } from '../worker/calls/callApi.ts';

const SIGNS = { Allow: '✓', Denied: '✗', Depends: '?' };
const LOOKS = { Allow: 'proved', Denied: 'refuted', Depends: 'unknown' };
const WORDS = {
  Allow: 'The call is allowed',
  Denied: 'The call is denied',
  Depends: 'It depends on what is not known',
};
const ANSWERS = { Allow: 'allowed', Denied: 'denied', Depends: 'depends' };

/** Whether a call is allowed, and each check of it. */
export function CallAnswerView({ answer }: { readonly answer: CallAnswer }): VNode {
  if (!answer.ok)
    return (
      <p class="outcome unknown" role="status">
        {visible(answer.problem)}.
      </p>
    );
  return (
    <>
      <p class={`outcome ${LOOKS[answer.answer]}`} role="status">
        <strong>
          <span aria-hidden="true">{SIGNS[answer.answer]}</span> {WORDS[answer.answer]}
        </strong>
        <span>, by {answer.checks.length === 1 ? '1 check' : `${String(answer.checks.length)} checks`}.</span>
      </p>
      {answer.notes.map((note) => (
        <p key={note} class="note">
          {visible(note)}
        </p>
      ))}
      <ul class="checks">
        {answer.checks.map((check, index) => (
          <li key={index} class={check.answer}>
            <CheckView of={check} />
          </li>
        ))}
      </ul>
    </>
  );
}

function CheckView({ of }: { readonly of: CallCheck }): VNode {
  const { action, resource, reason, isPerhaps, answer, dependsOn, why, form } = of;
  return (
    <>
      <span class="sign" aria-hidden="true">
        {SIGNS[answer]}
      </span>
      <span class="visually-hidden">{ANSWERS[answer]}: </span>
      <button
        type="button"
        class="link"
        title="Load it as the request"
        onClick={() =>
          batch(() => {
            request.value = form;
            view.value = 'decision';
          })
        }
      >
        {visible(action)}
      </button>{' '}
      on <code>{visible(resource)}</code>{' '}
      <small class="dim">
        {reason}
        {isPerhaps && ', perhaps'}
      </small>
      {dependsOn.length > 0 && <div class="check-note">depends on {dependsOn.map(visible).join(', ')}</div>}
      {why.length > 0 && (
        <div class="check-note">
          <PhraseView of={sentence(why)} />
        </div>
      )}
    </>
  );
}
