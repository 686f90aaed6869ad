import type { Request } from '@policywright/evaluator';
import type { PoliciesGiven } from '@policywright/scenario';
import { PolicyAssertionError } from './policyAssertionError.ts';
import { describe, reachVerdict } from './verdict.ts';

/**
 * Asserts that policies allow a request; for any test runner, or none.
 *
 * @param policies - in any form: a document or its text, identity policies, policies by layer, an authorizer.
 * @param request - who does what to which resource, in which context.
 * @throws PolicyAssertionError - where they deny it; its message explains the decision and names the statement
 * that came nearest to allowing.
 * @throws PolicyDocumentError - with the diagnostics, where a document holds no policy.
 */
export function expectAllowed(policies: PoliciesGiven, request: Request): void {
  const verdict = reachVerdict({ policies, request, wanted: ['Allow'] });
  if (verdict.fulfilled) return;
  const { explanation } = verdict;
  const details = { actual: explanation.decision, expected: 'Allow', explanation } as const;
  throw new PolicyAssertionError(describe('Allow', verdict), details);
}
