import type { PolicySet, Request } from '@policywright/evaluator';
import { listChecks } from '../checks/listChecks.ts';
import type { OperationCall } from '../model/operationCall.ts';
import type { World } from '../model/world.ts';
import { compiledPolicies } from '../policies/compiledPolicies.ts';
import { bearingOn } from './bearing.ts';
import { requestOf } from './decideCheck.ts';

/** One request that a call is authorised by, and the policies that bear on it. */
export interface CheckedRequest {
  readonly request: Request;
  readonly policies: PolicySet;
}

/**
 * The requests that a call is authorised by, for whoever asks the evaluator itself: what covers which statement.
 *
 * @param policies - of the caller.
 * @param call - what is called.
 * @param world - what is known of the account besides.
 * @returns one for each check whose resource is known, with the keys that are known; never throws.
 */
export function callRequests(
  policies: PolicySet,
  call: OperationCall,
  world: World = {},
): readonly CheckedRequest[] {
  const compiled = compiledPolicies(policies);
  const deciding = { compiled, policies, world, account: call.account };
  return listChecks(call, world).flatMap((check) => {
    if (check.resource === undefined) return [];
    const { under, underlying } = bearingOn(check, deciding);
    const request = requestOf(check, check.resource, { world, underlying });
    return [{ request, policies: compiled.set(under) }];
  });
}
