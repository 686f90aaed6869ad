import type { OperationCall } from '@policywright/operations';
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
  return {
    operation,
    input,
    principal: callerArn(data),
    account: data.account,
    region,
    partition: data.arn.slice(4, data.arn.indexOf(':', 4)),
    context: { ...side.context, ...context },
  };
}

/** Whether a call was refused, as far as its error tells. */
export function wasRefused({ error }: ObservedCall): boolean {
  return (
    error !== undefined && /access_?denied|unauthorized|not ?authorized|forbidden|authfailure/i.test(error)
  );
}
