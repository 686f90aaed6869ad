import { parseArn } from '@policywright/arn';
import type { AccessDenied, Principal, Request } from '@policywright/evaluator';
import { principalOf } from './principalOfMessage.ts';

/** The request that AWS refused; what the message does not tell, or not in a usable form, is `undefined`. */
export interface RefusedRequest {
  readonly principal: Principal | undefined;
  readonly action: string | undefined;
  /** An ARN, or `*` where the message has that. */
  readonly resource: string | undefined;
  readonly context: Request['context'];
}

/**
 * The request that an access-denied message tells of: where the reason names another action than the one
 * that was performed, the request for that other action is the one that was refused.
 *
 * @param denied - the message, read.
 */
export function refusedRequest(denied: AccessDenied): RefusedRequest {
  return {
    principal: principalOf(denied),
    action: denied.reasonAction ?? denied.action,
    resource: resourceOf(denied),
    context: denied.context,
  };
}

/**
 * Whether the reason names another action than the one that was performed.
 *
 * @param denied - the message, read.
 */
export function refusesOtherAction({ action, reasonAction }: AccessDenied): boolean {
  return reasonAction !== undefined && action?.toLowerCase() !== reasonAction.toLowerCase();
}

/**
 * Whether an ARN may be a resource of an action, by its service.
 *
 * @param resource - an ARN, or `*`, which is of every service.
 * @param action - `prefix:Name`.
 */
export function isOfService(resource: string, action: string): boolean {
  if (resource === '*') return true;
  const service = resource.split(':')[2]?.toLowerCase();
  const prefix = action.split(':')[0]?.toLowerCase();
  // STS acts on the roles and users of IAM.
  return service === prefix || (service === 'iam' && prefix === 'sts');
}

function resourceOf(denied: AccessDenied): string | undefined {
  const { namesResource, resource, reasonAction } = denied;
  if (!namesResource || (resource !== '*' && parseArn(resource) === undefined)) return undefined;
  if (reasonAction !== undefined && refusesOtherAction(denied) && !isOfService(resource, reasonAction))
    return undefined;
  return resource;
}
