import { parseArn } from '@policywright/arn';
import type { AccessDenied, Principal } from '@policywright/evaluator';

/**
 * The principal that an access-denied sentence names, in the form of scenarios.
 *
 * @param denied - the sentence, read.
 * @returns `undefined` where the sentence names none that a request can have, such as only an id.
 */
export function principalOf({ principal }: AccessDenied): Principal | undefined {
  if (principal.toLowerCase() === 'anonymous') return 'anonymous';
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal)) return { service: principal };
  return parseArn(principal) === undefined ? undefined : principal;
}

/**
 * A scenario to fill in: the request of an access-denied sentence, and a place for each kind of policy.
 *
 * @param denied - the sentence, read.
 * @returns a scenario as a file holds it; without policies nothing in it allows or denies.
 */
export function scenarioSkeleton(denied: AccessDenied): object {
  const { action, resource, kind } = denied;
  const expected = kind === 'explicitDeny' ? 'ExplicitDeny' : 'ImplicitDeny';
  return {
    id: `denied-${action.replace(':', '-')}`,
    title: `${action} was denied`,
    principal: principalOf(denied) ?? denied.principal,
    action,
    resource,
    context: {},
    policies: {
      identity: [],
      resource: null,
      boundary: [],
      session: [],
      scps: [],
      rcps: [],
      vpcEndpoint: [],
    },
    ...(kind !== undefined && { expected }),
  };
}
