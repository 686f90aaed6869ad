import type { Request } from '@policywright/evaluator';

/**
 * What kind of caller a request has, by the looks of its principal: the meter of reach shares no reading with the
 * interpreters that it watches.
 *
 * @param request - who does what to which resource
 * @returns a few words
 */
export function callerKindOf({ principal }: Request): string {
  if (typeof principal !== 'string') {
    if ('service' in principal) return 'service';
    if ('canonicalUser' in principal) return 'canonical user';
    return principal.federated.includes(':saml-provider/') ? 'SAML provider' : 'web identity provider';
  }
  const found = KINDS.find(([part]) => principal.includes(part));
  return found?.[1] ?? principal;
}

/** Parts of principals, those of special ones first. */
const KINDS: readonly (readonly [part: string, kind: string])[] = [
  [':assumed-role/AWSServiceRoleFor', 'session of a service-linked role'],
  [':role/aws-service-role/ecs.amazonaws.com/', 'service-linked role'],
  [':role/aws-service-role/', 'role under the path of service-linked roles'],
  [':assumed-role/', 'session'],
  [':federated-user/', 'federated user'],
  [':root', 'root'],
  [':user/', 'user'],
  [':role/', 'role'],
];
