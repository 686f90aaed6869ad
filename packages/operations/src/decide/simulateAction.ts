import type { PolicySet } from '@policywright/evaluator';
import { actionCheck, type ActionRequest } from '../checks/actionCheck.ts';
import type { OperationDecision } from '../model/operationDecision.ts';
import type { World } from '../model/world.ts';
import { compiledPolicies } from '../policies/compiledPolicies.ts';
import { decideCheck } from './decideCheck.ts';
import { settleChecks } from './settleChecks.ts';

/**
 * Decides one action on one resource over all that is not known of the request, as `simulateOperation` decides each check
 * of a call: for actions that no operation has by its own name, and for those who ask about a resource.
 *
 * @param policies - of the caller.
 * @param asked - the action and what it is asked for.
 * @param world - what is known of the account besides.
 * @returns one check; never throws.
 */
export function simulateAction(
  policies: PolicySet,
  asked: ActionRequest,
  world: World = {},
): OperationDecision {
  const { account } = asked;
  const deciding = { compiled: compiledPolicies(policies), policies, world, account };
  return settleChecks([decideCheck(actionCheck(asked, world), deciding)]);
}
