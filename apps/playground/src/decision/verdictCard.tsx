import type { VNode } from 'preact';
import type { Explanation } from '@policywright/evaluator';
import { adviceOf, sentence, withCode, type Advice } from '@policywright/evaluator/wording';
import { explanation, workspace } from '../model/decided.ts';
import { why } from '../model/state.ts';
import { isAsOpened } from '../share/page.ts';
import { PhraseView } from './phraseView.tsx';
import { ReasonList } from './reasonList.tsx';
import { RuleLink } from './ruleLink.tsx';
import { SuggestionView } from './suggestionView.tsx';
import { Unreadable } from './unreadable.tsx';

const WORDS = {
  Allow: 'Allowed',
  ExplicitDeny: 'Denied by a statement',
  ImplicitDeny: 'Denied: an Allow is missing',
};

/** The answer in words, and what would have to change: what everybody looks for first. */
export function VerdictCard(): VNode {
  const told = explanation.value;
  const { value } = workspace;
  return (
    <section class="card answer-first" aria-label="Verdict">
      {told === undefined || !value.ok ? (
        <Unreadable slots={value.ok ? [] : value.unreadable} />
      ) : (
        <>
          <Verdict told={told} />
          <AdviceView advice={adviceOf(told)} />
        </>
      )}
    </section>
  );
}

function Verdict({ told }: { readonly told: Explanation }): VNode {
  const isAllowed = told.decision === 'Allow';
  return (
    <div class={`verdict ${isAllowed ? 'good' : 'bad'}`}>
      <p role="status">
        <strong>
          <span aria-hidden="true">{isAllowed ? '✓' : '✗'}</span> {WORDS[told.decision]}
        </strong>
        <span>
          <PhraseView of={sentence(told.headline)} />
        </span>
      </p>
      {told.undecided && <p>Undecided: the answer hangs on something that cannot be told.</p>}
      <p class="rule">
        <RuleLink rule={told.rule} />
      </p>
      {why.value !== '' && isAsOpened.value && (
        <p class="why">
          <PhraseView of={withCode(why.value)} />
        </p>
      )}
    </div>
  );
}

function AdviceView({ advice }: { readonly advice: Advice | undefined }): VNode | null {
  if (advice === undefined) return null;
  const { intro, reasons, also } = advice;
  return (
    <div class="advice">
      <h2>What would have to change</h2>
      <p>
        <PhraseView of={intro} />
      </p>
      {reasons.length > 0 && <ReasonList of={reasons} />}
      {also.length > 0 && (
        <p>
          <PhraseView of={also} />
        </p>
      )}
      <SuggestionView />
    </div>
  );
}
