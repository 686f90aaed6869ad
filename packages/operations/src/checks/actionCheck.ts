import { getAction, matchResource, type ActionName } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { Principal } from '@policywright/evaluator';
import type { NamedResource } from '../arns/scope.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { World } from '../model/world.ts';
import { operationPlan } from '../plan/operationPlan.ts';
import { callScope } from './callScope.ts';
import { checkContext } from './checkContext.ts';
import { planWithoutFacts } from './planWithoutFacts.ts';

/** One action on one resource, whatever call asks for it. */
export interface ActionRequest {
  readonly action: ActionName;
  /** ARN or `*`. */
  readonly resource: string;
  /** Who asks. */
  readonly principal: Principal;
  /** The account of the caller, 12 digits. */
  readonly account: string;
  /** The Region that is called: `eu-west-1`; `undefined` where it is not known. */
  readonly region: string | undefined;
  /** What else is known of the request. */
  readonly context?: RequestContext | undefined;
  /** Keys that the caller is known not to have, as in `OperationCall`. */
  readonly absent?: readonly string[] | undefined;
}

/**
 * The one check of an action on a resource, with the context that request and world tell.
 *
 * @param asked - never throws on it.
 * @param world - what is known of the account besides.
 */
export function actionCheck(asked: ActionRequest, world: World = {}): RequiredCheck {
  const { action, resource, principal, account, region, context, absent } = asked;
  const plan = operationPlan(action) ?? planWithoutFacts(action);
  const call = { operation: action, input: {}, principal, account, region, context, absent };
  const scope = callScope(call, plan, world);
  const named: NamedResource = { type: typeOf(action, resource), arn: resource, pattern: resource };
  return {
    action,
    resource,
    resourcePattern: undefined,
    resourceType: named.type,
    principal,
    ...checkContext(scope, { action, reason: 'operation', resource: named }),
    inPart: {},
    reason: 'operation',
    need: 'always',
    source: plan.source,
  };
}

/** The type of a resource among those that the action takes. */
function typeOf(action: ActionName, resource: string): string | undefined {
  const types = getAction(action)?.resourceTypes ?? [];
  const names = new Set(types.map(({ name }) => name));
  return matchResource(resource).find(({ type }) => names.has(type.name))?.type.name;
}
