import type { Decision, Request } from '@policywright/evaluator';
import type { PoliciesGiven } from '@policywright/scenario';
import { PolicyAssertionError } from './policyAssertionError.ts';
import { describe, reachVerdict } from './verdict.ts';

/** Which denial a test expects. */
export interface DeniedOptions {
  /** `ExplicitDeny`: a statement denies it; `ImplicitDeny`: nothing allows it; either unless given. */
  readonly by?: Exclude<Decision, 'Allow'> | undefined;
}

/**
 * Asserts that policies deny a request; for any test runner, or none.
 *
 * @param policies - in any form: a document or its text, identity policies, policies by layer, an authorizer.
 * @param request - who does what to which resource, in which context.
 * @param options - which denial.
 * @throws PolicyAssertionError - where they allow it, or deny it otherwise; its message explains the decision.
 * @throws PolicyDocumentError - with the diagnostics, where a document holds no policy.
 */
export function expectDenied(policies: PoliciesGiven, request: Request, options: DeniedOptions = {}): void {
  const wanted = denials(options);
  const verdict = reachVerdict({ policies, request, wanted });
  if (verdict.fulfilled) return;
  const { explanation } = verdict;
  const details = { actual: explanation.decision, expected: wanted[0], explanation };
  throw new PolicyAssertionError(describe(wanted.join(' or '), verdict), details);
}

/** The decisions that count as the denial asked for. */
export function denials({ by }: DeniedOptions): readonly [Decision, ...Decision[]] {
  return by === undefined ? ['ImplicitDeny', 'ExplicitDeny'] : [by];
}
