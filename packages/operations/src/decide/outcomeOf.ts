import type { Decision } from '@policywright/evaluator';
import type { OperationDecision } from '../model/operationDecision.ts';

/**
 * Names the outcome of a call in the words of single decisions, as scenarios expect it.
 *
 * @param decision - of `simulateOperation` or `settleChecks`.
 * @returns `ExplicitDeny` where a check that the call needs has a Deny that applies whatever is unknown; `ImplicitDeny` for
 * every other denial.
 */
export function outcomeOf({ answer, checks }: OperationDecision): Decision | 'Depends' {
  if (answer !== 'Denied') return answer;
  const isExplicit = checks.some(
    ({ need, decision: { answer: own, possible } }) =>
      need !== 'perhaps' && own === 'Denied' && possible.every((one) => one === 'ExplicitDeny'),
  );
  return isExplicit ? 'ExplicitDeny' : 'ImplicitDeny';
}
