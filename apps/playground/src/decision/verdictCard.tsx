import type { VNode } from 'preact';
import type { Explanation } from '@policywright/evaluator';
import { explanation, workspace } from '../model/decided.ts';
import { why } from '../model/state.ts';
import { isAsOpened } from '../share/page.ts';
import { adviceOf, statementName, type Advice } from './advice.ts';
import { headlineOf } from './headline.ts';
import { withCode } from './phrase.ts';
import { PhraseView } from './phraseView.tsx';
import { ReasonList } from './reasonList.tsx';
import { RuleLink } from './ruleLink.tsx';
import { showPlace } from './showPlace.ts';
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
          <AdviceView advice={adviceOf(told, value.places)} />
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
          <PhraseView of={headlineOf(told)} />
        </span>
      </p>
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
  const { intro, statement, reasons, also } = advice;
  return (
    <div class="advice">
      <h2>What would have to change</h2>
      <p>
        {statement !== undefined && (
          <>
            The statement{' '}
            <button type="button" class="link" onClick={() => showPlace(statement.ref, '')}>
              {statementName(statement)}
            </button>{' '}
          </>
        )}
        <PhraseView of={intro} />
      </p>
      {statement !== undefined && <ReasonList of={reasons} statement={statement.ref} />}
      {also.length > 0 && (
        <p>
          <PhraseView of={also} />
        </p>
      )}
    </div>
  );
}
