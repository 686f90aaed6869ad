import type { PolicySet, Request } from '@policywright/evaluator';
import { requestOf } from '@policywright/scenario';
import type * as fc from 'fast-check';
import { aimPlan } from './_internals/aimPlan.ts';
import { aimRequest } from './_internals/aimRequest.ts';

/**
 * Requests that match, or almost match, the statements of a policy set: made from the patterns of one
 * statement by filling wildcards and satisfying conditions, and then often spoilt in one place, such as a
 * character, the case of a letter, a segment of an ARN, or a missing context key.
 *
 * @param policies - the policies to aim at.
 * @returns an arbitrary that shrinks towards the unspoilt match of the first statement.
 */
export function nearMiss(policies: PolicySet): fc.Arbitrary<Request> {
  return aimPlan().map((plan) => requestOf(aimRequest(policies, plan)));
}
