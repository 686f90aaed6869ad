import type { OperationCall } from '../model/operationCall.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { World } from '../model/world.ts';
import { operationPlan } from '../plan/operationPlan.ts';
import { callScope } from './callScope.ts';
import { planChecks } from './planChecks.ts';
import { planWithoutFacts } from './planWithoutFacts.ts';
import { templateChecks } from './templateChecks.ts';

/**
 * Lists what a call is authorised for: each action on each resource, with the context that call and world tell.
 *
 * A check whose resource cannot be formed stays, with `resource` `undefined`. Sources: the tables "API operations" of the
 * Service Authorization Reference, the API models for the members of requests, and the rules S60 and S176 to S180.
 *
 * @param call - what is called, with which input; never throws on it. Of an operation that the catalog does not have, its own
 * action is all that is listed: `diagnoseCall` says so.
 * @param world - what is known of the account besides.
 * @returns the operation first, then what it needs besides, roles, keys, and what a stack makes in the caller's name. What
 * nobody knows the actions of is not here: `unlistedNeeds` has it.
 */
export function listChecks(call: OperationCall, world: World = {}): readonly RequiredCheck[] {
  const plan = operationPlan(call.operation) ?? planWithoutFacts(call.operation);
  const scope = callScope(call, plan, world);
  return [...planChecks(scope), ...templateChecks(scope)];
}
