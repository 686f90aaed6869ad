import type { PolicySet } from '@policywright/evaluator';
import { listChecks } from '../checks/listChecks.ts';
import { diagnoseCall } from '../diagnose/diagnoseCall.ts';
import type { OperationCall } from '../model/operationCall.ts';
import type { OperationDecision } from '../model/operationDecision.ts';
import type { World } from '../model/world.ts';
import { compiledPolicies } from '../policies/compiledPolicies.ts';
import { unlistedNeeds } from '../template/unlistedNeeds.ts';
import { decideCheck } from './decideCheck.ts';
import { settleChecks } from './settleChecks.ts';

/**
 * Decides whether policies allow a call: all that it is authorised for, each check by itself.
 *
 * Keys that the reference has for an action and resource type, and that neither call nor world tells, are unknown: an
 * answer is definite only if it holds whatever they are. A key policy or trust policy that the world does not tell is
 * unknown as well; another resource policy within the account is taken for none.
 *
 * @param policies - of the caller; compiled once for each object, so pass the same one again. `resource` is the policy of
 * what the operation is about, where the world tells none.
 * @param call - what is called, with which input.
 * @param world - what is known of the account besides.
 * @returns never throws: what cannot be understood is in `diagnostics`, and never allowed.
 */
export function simulateOperation(
  policies: PolicySet,
  call: OperationCall,
  world: World = {},
): OperationDecision {
  const deciding = { compiled: compiledPolicies(policies), policies, world, account: call.account };
  const checks = listChecks(call, world).map((check) => decideCheck(check, deciding));
  return settleChecks(checks, { diagnostics: diagnoseCall(call), unlisted: unlistedNeeds(call) });
}
