import type { Decision, Request } from '@policywright/evaluator';
import { authorizerOf, type PoliciesGiven } from '@policywright/scenario';

/**
 * Decides one request. Policies that decide many are compiled once: `authorizerOf(policies).decide(request)`.
 *
 * @param policies - a document as value or text, a list of identity policies, or policies by layer.
 * @param request - who does what to which resource, in which context.
 * @throws PolicyDocumentError - with the diagnostics, where a document is none.
 */
export function decide(policies: PoliciesGiven, request: Request): Decision {
  return authorizerOf(policies).decide(request);
}
