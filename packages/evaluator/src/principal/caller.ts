import { isAccountId, parseArn } from '@policywright/arn';
import type { Principal } from '../request/request.ts';

/**
 * What kind of caller a request has; the kind decides which layers apply and what a resource policy's
 * grant is worth (rules S150, S162 to S164). `invalid` is a principal that no rule knows: nothing is
 * allowed to it.
 */
export type CallerKind =
  | 'user'
  | 'role'
  | 'roleSession'
  | 'federatedSession'
  | 'root'
  | 'service'
  | 'federatedIdentity'
  | 'canonicalUser'
  | 'anonymous'
  | 'invalid';

/** A request's principal, taken apart once. */
export interface Caller {
  readonly kind: CallerKind;
  /** The ARN, service principal name, identity provider or canonical user id; `anonymous` for anonymous. */
  readonly name: string;
  readonly partition: string;
  /** Empty for callers that belong to no AWS account. */
  readonly account: string;
  /** The ARN that an account principal names: `arn:aws:iam::ACCOUNT:root`. */
  readonly accountArn: string;
  /** For a role session: the ARN of its role as far as the session's ARN tells, which is without path (rule S135). */
  readonly roleArn: string | undefined;
  /** For a federated session: the ARN of the IAM user of the same name. */
  readonly userArn: string | undefined;
}

const NO_ACCOUNT = { partition: '', account: '', accountArn: '', roleArn: undefined, userArn: undefined };

/** A caller without credentials. */
export const ANONYMOUS: Caller = { kind: 'anonymous', name: 'anonymous', ...NO_ACCOUNT };

/**
 * Takes the principal of a request apart.
 *
 * @param principal - as in `Request`; anything else gives a caller of kind `invalid`.
 */
export function readCaller(principal: Principal): Caller {
  if (typeof principal === 'string') {
    return principal === ANONYMOUS.name ? ANONYMOUS : readArn(principal);
  }
  if (typeof principal === 'object' && principal !== null) {
    if ('service' in principal && typeof principal.service === 'string') {
      return { kind: 'service', name: principal.service, ...NO_ACCOUNT };
    }
    if ('federated' in principal && typeof principal.federated === 'string') {
      return { kind: 'federatedIdentity', name: principal.federated, ...NO_ACCOUNT };
    }
    if ('canonicalUser' in principal && typeof principal.canonicalUser === 'string') {
      return { kind: 'canonicalUser', name: principal.canonicalUser, ...NO_ACCOUNT };
    }
  }
  return { kind: 'invalid', name: '', ...NO_ACCOUNT };
}

function readArn(text: string): Caller {
  const invalid: Caller = { kind: 'invalid', name: text, ...NO_ACCOUNT };
  const arn = parseArn(text);
  if (arn === undefined || arn.region !== '' || !isAccountId(arn.account)) return invalid;
  const { partition, account, resource } = arn;
  const base = {
    name: text,
    partition,
    account,
    accountArn: `arn:${partition}:iam::${account}:root`,
    roleArn: undefined,
    userArn: undefined,
  };
  const slash = resource.indexOf('/');
  const type = slash < 0 ? resource : resource.slice(0, slash);
  const rest = slash < 0 ? '' : resource.slice(slash + 1);
  if (arn.service === 'iam') {
    if (resource === 'root') return { ...base, kind: 'root' };
    if (type === 'user' && rest !== '') return { ...base, kind: 'user' };
    if (type === 'role' && rest !== '') return { ...base, kind: 'role', roleArn: text };
  } else if (arn.service === 'sts') {
    if (type === 'federated-user' && rest !== '') {
      return { ...base, kind: 'federatedSession', userArn: `arn:${partition}:iam::${account}:user/${rest}` };
    }
    const separator = rest.indexOf('/');
    if (type === 'assumed-role' && separator > 0 && separator < rest.length - 1) {
      const role = rest.slice(0, separator);
      return { ...base, kind: 'roleSession', roleArn: `arn:${partition}:iam::${account}:role/${role}` };
    }
  }
  return invalid;
}

/**
 * The ARN of the role behind a session: the one that the context gives, if it can be this session's
 * (same account, same role name), else the one without path that the session's ARN implies (rule S135).
 *
 * @param caller - of kind `roleSession` or `role`.
 * @param principalArn - the value of `aws:PrincipalArn` in the request context, if any.
 */
export function roleArnOf(caller: Caller, principalArn: string | undefined): string | undefined {
  const implied = caller.roleArn;
  if (implied === undefined || principalArn === undefined || caller.kind !== 'roleSession') return implied;
  const nameStart = implied.indexOf('/') + 1;
  const prefix = implied.slice(0, nameStart);
  const ending = `/${implied.slice(nameStart)}`;
  return principalArn.startsWith(prefix) && principalArn.endsWith(ending) ? principalArn : implied;
}

/** What the ARN of every service-linked role has; the path is reserved. */
const SERVICE_LINKED_PATH = 'role/aws-service-role/';
/** How the names of service-linked roles begin. */
const SERVICE_LINKED_NAME = ':role/AWSServiceRoleFor';

/**
 * Whether a caller can be a service-linked role, as far as its ARN tells: a session's ARN lacks the path (S135).
 *
 * @param caller - of any kind.
 */
export function mayBeServiceLinked({ kind, roleArn }: Caller): boolean {
  if (roleArn === undefined) return false;
  return kind === 'roleSession' ? roleArn.includes(SERVICE_LINKED_NAME) : isServiceLinkedRole(roleArn);
}

/**
 * Whether a role is service-linked, which its path says (rule S167).
 *
 * @param roleArn - the role's ARN with its path.
 */
export function isServiceLinkedRole(roleArn: string | undefined): boolean {
  if (roleArn?.includes(SERVICE_LINKED_PATH) !== true) return false;
  const arn = parseArn(roleArn);
  return arn?.service === 'iam' && arn.resource.startsWith(SERVICE_LINKED_PATH);
}
