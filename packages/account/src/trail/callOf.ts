import type { RequestContext } from '@policywright/conditions';
import type { OperationCall } from '@policywright/operations';
import type { Landscape } from '../landscape/landscape.ts';
import { callerArn, type PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { ObservedCall } from '../model/observedCall.ts';

/**
 * An observed call as a call of an operation, with what events and the snapshot tell of its context; `undefined` where the catalog
 * does not have the operation.
 *
 * @param observed - by a user or role.
 * @param principal - who made it.
 */
export function callOf(observed: ObservedCall, principal: PlacedPrincipal): OperationCall | undefined {
  const { operation, input = {}, region, context } = observed;
  if (operation === undefined) return undefined;
  const { data, side } = principal;
  let known: RequestContext | undefined;
  return {
    operation,
    input,
    principal: callerArn(data),
    account: data.account,
    region,
    partition: data.arn.slice(4, data.arn.indexOf(':', 4)),
    // Made when first asked for: of most calls others have the answer.
    get context() {
      return (known ??= { ...side.context, ...context });
    },
  };
}

/**
 * The user or role that made a call.
 *
 * @param observed - the call.
 * @param landscape - the accounts.
 * @returns `undefined` for other callers, and those of which no account tells.
 */
export function principalOf({ caller }: ObservedCall, landscape: Landscape): PlacedPrincipal | undefined {
  if (caller.kind !== 'user' && caller.kind !== 'role') return undefined;
  return landscape.principal(caller.name) ?? landscape.roleNamed(caller.name);
}

/** Whether a call was refused, as far as its error tells. */
export function wasRefused({ error }: ObservedCall): boolean {
  return (
    error !== undefined && /access_?denied|unauthorized|not ?authorized|forbidden|authfailure/i.test(error)
  );
}
