import { parseArn } from '@policywright/arn';
import type { AccessDenied, Principal } from '@policywright/evaluator';

/**
 * The principal that an access-denied message names, in the form of scenarios.
 *
 * @param denied - the message, read.
 * @returns `undefined` where the message names none that a request can have, such as only an id.
 */
export function principalOf({ principal, action }: AccessDenied): Principal | undefined {
  if (principal === undefined) return undefined;
  if (principal.toLowerCase() === 'anonymous') return 'anonymous';
  if (/:(?:oidc|saml)-provider\//.test(principal)) return { federated: principal };
  // `cognito-identity.amazonaws.com` looks like a service, and is a provider for this action.
  const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(principal);
  if (host && action === 'sts:AssumeRoleWithWebIdentity') return { federated: principal };
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(principal)) return { service: principal };
  if (/^[0-9a-f]{64}$/.test(principal)) return { canonicalUser: principal };
  return parseArn(principal) === undefined ? undefined : principal;
}
