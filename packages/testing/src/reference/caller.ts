import type { PolicySetFlags, Request } from '@policywright/evaluator';
import { isRole } from './arnParts.ts';
import { readKey } from './contextKey.ts';

/** The kinds of caller that the rules tell apart (section 6). */
export type CallerKind =
  | 'root'
  | 'user'
  | 'role'
  | 'session'
  | 'federatedUser'
  | 'anonymous'
  | 'service'
  | 'federated'
  | 'canonicalUser'
  | 'other';

/** Who makes a request, as far as principals and layers need to know. */
export interface Caller {
  readonly kind: CallerKind;
  /** The ARN, the service name, the provider or the canonical id. */
  readonly name: string;
  readonly partition: string | undefined;
  readonly account: string | undefined;
  /** For a role session its role (rule S135), for a federated session the user of its name (rule S150). */
  readonly parentArn: string | undefined;
  /** The part of `aws:userid` before the colon (rule S133). */
  readonly uniqueId: string | undefined;
}

/** Reads the principal of a request, and who it acts for. */
export function readCaller(request: Request): Caller {
  const { principal } = request;
  if (typeof principal !== 'string') {
    if ('service' in principal) return outsider('service', principal.service);
    if ('federated' in principal) return outsider('federated', principal.federated);
    return outsider('canonicalUser', principal.canonicalUser);
  }
  if (principal === 'anonymous') return outsider('anonymous', principal);
  return readArnCaller(principal, request);
}

function outsider(kind: CallerKind, name: string): Caller {
  return { kind, name, partition: undefined, account: undefined, parentArn: undefined, uniqueId: undefined };
}

function readArnCaller(arn: string, request: Request): Caller {
  const [prefix, partition, service, , account, ...rest] = arn.split(':');
  if (prefix !== 'arn' || rest.length === 0) return outsider('other', arn);
  const name = rest.join(':');
  const kind = arnKind(`${service ?? ''}:${name}`);
  return {
    kind,
    name: arn,
    partition,
    account,
    parentArn: parentArn({ kind, partition: partition ?? '', account: account ?? '', name }, request),
    uniqueId: uniqueId(request),
  };
}

function arnKind(serviceAndName: string): CallerKind {
  if (serviceAndName === 'iam:root') return 'root';
  if (serviceAndName.startsWith('iam:user/')) return 'user';
  if (serviceAndName.startsWith('iam:role/')) return 'role';
  if (serviceAndName.startsWith('sts:assumed-role/')) return 'session';
  if (serviceAndName.startsWith('sts:federated-user/')) return 'federatedUser';
  return 'other';
}

interface ArnCaller {
  readonly kind: CallerKind;
  readonly partition: string;
  readonly account: string;
  readonly name: string;
}

function parentArn({ kind, partition, account, name }: ArnCaller, request: Request): string | undefined {
  const second = name.split('/')[1] ?? '';
  if (kind === 'federatedUser')
    return `arn:${partition}:iam::${account}:user/${name.slice('federated-user/'.length)}`;
  if (kind !== 'session') return undefined;
  const given = readKey(request.context, 'aws:PrincipalArn'); // S135: it alone knows the role's path
  const isRoleOfSession =
    given.kind === 'single' &&
    given.value.startsWith(`arn:${partition}:iam::${account}:role/`) &&
    given.value.endsWith(`/${second}`);
  return isRoleOfSession ? given.value : `arn:${partition}:iam::${account}:role/${second}`;
}

function uniqueId(request: Request): string | undefined {
  const given = readKey(request.context, 'aws:userid');
  return given.kind === 'single' ? given.value.split(':')[0] : undefined;
}

/** S200: whether the caller is a federated session that was made with root's credentials. */
export function isFederatedByRoot(caller: Caller, flags: PolicySetFlags = {}): boolean {
  return caller.kind === 'federatedUser' && flags.federatedByRoot === true;
}

/** S198: whether the caller is a session of a role, or a role that stands for its sessions. */
export function actsAsRole({ kind }: Caller): boolean {
  return kind === 'session' || kind === 'role';
}

/**
 * S167: a role is service-linked by its path, which only services may use; the ARN of a session has no path,
 * so that its role's full ARN must be known. The flag says it where no ARN does.
 */
export function isServiceLinked(caller: Caller, flags: PolicySetFlags = {}): boolean {
  if (flags.serviceLinkedRole === true) return true;
  if (caller.kind === 'role') return isRole(caller.name, 'aws-service-role/');
  if (caller.kind !== 'session' || caller.parentArn === undefined) return false;
  const name = caller.parentArn.slice(caller.parentArn.lastIndexOf('/') + 1);
  return isRole(caller.parentArn, 'aws-service-role/') && name.startsWith('AWSServiceRoleFor');
}
