import type { Request } from '@policywright/evaluator';
import { renderExplanation } from '@policywright/evaluator/wording';
import { authorizerOf, type PoliciesGiven } from '@policywright/scenario';

/**
 * Says in words why a request is allowed or denied. `authorizerOf(policies).explain(request)` gives it as data.
 *
 * @param policies - a document as value or text, a list of identity policies, or policies by layer.
 * @param request - who does what to which resource, in which context.
 * @returns lines of text: the decision, and the statements and conditions that led to it.
 * @throws PolicyDocumentError - with the diagnostics, where a document is none.
 */
export function why(policies: PoliciesGiven, request: Request): string {
  return renderExplanation(authorizerOf(policies).explain(request));
}
