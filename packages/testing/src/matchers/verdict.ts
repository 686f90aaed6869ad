import { type Decision, type Explanation, type Request } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { printable } from '@policywright/policy/text';
import { authorizerOf, type PoliciesGiven } from '@policywright/scenario';

/** What a test expects of policies. */
export interface Expectation {
  readonly policies: PoliciesGiven;
  readonly request: Request;
  /** The decisions that fulfil it; the first stands for them in a report. */
  readonly wanted: readonly [Decision, ...Decision[]];
}

/** Whether an expectation is fulfilled, and why or why not. */
export interface Verdict {
  readonly fulfilled: boolean;
  readonly explanation: Explanation;
}

/** Decides the request of an expectation. */
export function reachVerdict({ policies, request, wanted }: Expectation): Verdict {
  const explanation = authorizerOf(policies).explain(request);
  return { fulfilled: wanted.includes(explanation.decision), explanation };
}

/** What was expected, what came, for which request, and why. */
export function describe(expected: string, { explanation }: Verdict): string {
  const { decision, request } = explanation;
  const { principal, action, resource, context = {} } = request;
  const caller = typeof principal === 'string' ? principal : JSON.stringify(principal);
  const lines = [
    `expected ${expected}, got ${decision}`,
    `  principal: ${caller}`,
    `  action:    ${action}`,
    `  resource:  ${resource}`,
    ...Object.entries(context).map(([key, value]) => `  context:   ${key} = ${JSON.stringify(value)}`),
  ];
  return `${lines.map(printable).join('\n')}\n\n${renderExplanation(explanation)}`;
}
