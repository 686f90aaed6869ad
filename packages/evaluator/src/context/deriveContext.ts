import { isAccountId, parseArn } from '@policywright/arn';
import type { ContextValue, RequestContext } from '@policywright/conditions';
import { isRecord, parseServicePrincipal } from '@policywright/policy';
import { readCaller, type Caller, type CallerKind } from '../principal/caller.ts';
import type { Request } from '../request/request.ts';
import { networkKeys, type CallNetwork } from './callNetwork.ts';
import { deriveSessionTags, type RoleSession } from './sessionTags.ts';

/** Options of `deriveContext`. */
export interface DeriveOptions {
  /** The time of the request in milliseconds since 1970-01-01T00:00:00Z, for the two time keys. */
  readonly now?: number | undefined;
  /**
   * What the tags of the session are made of that makes the request, for `aws:PrincipalTag/KEY`; only for roles and
   * federated users. A session that could not be made gives no tags: `deriveSessionTags` says why.
   */
  readonly session?: RoleSession | undefined;
  /**
   * The way that the principal's first call took, for the network keys. Those of a VPC endpoint are only in that
   * call, not in the ones that services make onward; calls of service principals have none of them (rule S108).
   */
  readonly network?: CallNetwork | undefined;
}

/** Values of `aws:PrincipalType` by kind of caller; AWS documents none for the others, services among them. */
const PRINCIPAL_TYPES: Readonly<Partial<Record<CallerKind, string>>> = {
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedSession: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
};
/** Callers whose sessions have tags. */
const TAGGED: ReadonlySet<CallerKind> = new Set(['role', 'roleSession', 'federatedSession']);
/** The furthest instant, in milliseconds, that ISO 8601 text can be made of here. */
const MAX_TIME = 8.64e15;
const REQUEST_TAG = 'aws:requesttag/';

/**
 * Completes a request context with the keys that follow from the request itself: who the principal is,
 * where the resource is, which tags are sent, whether services call on the principal's behalf. A key that
 * the context has, in any letter case, is left as it is, and none is taken out: a context with
 * `aws:CalledVia` keeps the `aws:SourceVpce` that it was given, though AWS would not send it (rule S108). Keys
 * that nothing in the request tells (such as `aws:MultiFactorAuthPresent`, or the `aws:userid` of users and
 * roles, which has their unique id) stay absent. `aws:SecureTransport` is taken to be true.
 *
 * Source: "AWS global condition context keys", "IAM policy elements: Variables and tags"; rules S108, S125, S136,
 * S137, S140 and S178 to S182.
 *
 * @param request - the request; not changed. Parts that are no request's count as absent.
 * @param options - what the request does not tell: the time, the tags of the session, the network.
 * @returns a new context. Never throws.
 */
export function deriveContext(request: Request, options: DeriveOptions = {}): RequestContext {
  const asked = readMembers(request, ['principal', 'resource', 'resourceAccount', 'context']);
  const told = readMembers(options, ['now', 'session', 'network']);
  // INVARIANT: what the members hold is for the evaluator to judge; here only their names and texts are read.
  const given = readMembers(asked.context, ownKeys(asked.context)) as RequestContext;
  const present = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value] as const));
  const derived: Record<string, ContextValue> = {};
  const offer = (key: string, value: ContextValue | undefined): void => {
    if (value !== undefined && !present.has(key.toLowerCase())) derived[key] = value;
  };
  // INVARIANT: `readCaller` gives a caller of kind `invalid` for what is no principal.
  const caller = attempt(() => readCaller(asked.principal as Request['principal'])) ?? readCaller('');
  const services = callChain(present);
  offerPrincipal(caller, offer);
  attempt(() => offerSession(caller, told.session, offer));
  offerResource(asked, offer);
  offerCallChain(services, offer);
  if (caller.kind !== 'service') {
    const network = attempt(() => networkKeys(told.network, services.length > 0)) ?? [];
    for (const [key, value] of network) offer(key, value);
  }
  offerSourceAccount(present, offer);
  offer('aws:TagKeys', requestTagKeys(given));
  offer('aws:SecureTransport', 'true');
  if (typeof told.now === 'number' && Math.abs(told.now) <= MAX_TIME) {
    offer('aws:CurrentTime', new Date(told.now).toISOString());
    offer('aws:EpochTime', String(Math.floor(told.now / 1000)));
  }
  return { ...derived, ...given };
}

/** Reads each member by itself: one whose getter throws does not hide the others, and counts as absent. */
function readMembers<Name extends string>(value: unknown, names: readonly Name[]): Members<Name> {
  const entries = names.map((name) =>
    attempt(() => (isRecord(value) && name in value ? ([name, value[name]] as const) : undefined)),
  );
  // INVARIANT: the names are those that were asked for.
  return Object.fromEntries(entries.filter((entry) => entry !== undefined)) as Members<Name>;
}

type Members<Name extends string> = Readonly<Partial<Record<Name, unknown>>>;

function ownKeys(value: unknown): readonly string[] {
  return attempt(() => Object.keys(value as object)) ?? [];
}

/** What a getter or a proxy throws says nothing about the request. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

type Offer = (key: string, value: ContextValue | undefined) => void;

function offerPrincipal(caller: Caller, offer: Offer): void {
  const { kind, name, account } = caller;
  offer('aws:PrincipalType', PRINCIPAL_TYPES[kind]);
  if (kind === 'anonymous') {
    offer('aws:PrincipalAccount', 'anonymous');
    offer('aws:userid', 'anonymous');
  } else if (kind === 'service') {
    offer('aws:PrincipalIsAWSService', 'true');
    offer('aws:PrincipalServiceName', name);
    offer('aws:PrincipalServiceNamesList', serviceNames(name));
  } else if (account !== '') {
    offer('aws:PrincipalArn', caller.roleArn ?? name);
    offer('aws:PrincipalAccount', account);
    offer('aws:PrincipalIsAWSService', 'false');
    const last = name.slice(name.lastIndexOf('/') + 1);
    if (kind === 'user') offer('aws:username', last === '' ? undefined : last);
    else if (kind === 'root') offer('aws:userid', account);
    else if (kind === 'federatedSession') offer('aws:userid', `${account}:${last}`);
  }
}

/** Every name that is known of a service's instance: a regional name has the plain one beside it (rule S137). */
function serviceNames(name: string): readonly string[] {
  const plainName = parseServicePrincipal(name)?.plainName ?? name;
  return plainName === name ? [name] : [name, plainName];
}

function offerSession({ kind }: Caller, session: unknown, offer: Offer): void {
  if (!TAGGED.has(kind) || !isRecord(session)) return;
  for (const [key, value] of Object.entries(deriveSessionTags(session).tags)) {
    offer(`aws:PrincipalTag/${key}`, value);
  }
}

function offerResource(
  { resource, resourceAccount }: Readonly<Partial<Record<keyof Request, unknown>>>,
  offer: Offer,
): void {
  const arn = typeof resource === 'string' ? parseArn(resource) : undefined;
  const account = arn !== undefined && isAccountId(arn.account) ? arn.account : undefined;
  offer('aws:ResourceAccount', typeof resourceAccount === 'string' ? resourceAccount : account);
  if (arn !== undefined && arn.region !== '') offer('aws:RequestedRegion', arn.region);
}

/** The services through which the request came; one alone may be written without a list. */
function callChain(present: ReadonlyMap<string, ContextValue>): readonly string[] {
  const chain = present.get('aws:calledvia');
  return (Array.isArray(chain) ? chain : [chain]).filter(
    (service): service is string => typeof service === 'string' && service !== '',
  );
}

function offerCallChain(services: readonly string[], offer: Offer): void {
  offer('aws:ViaAWSService', services.length > 0 ? 'true' : 'false');
  offer('aws:CalledViaFirst', services[0]);
  offer('aws:CalledViaLast', services[services.length - 1]);
}

function offerSourceAccount(present: ReadonlyMap<string, ContextValue>, offer: Offer): void {
  const source = present.get('aws:sourcearn');
  const account = typeof source === 'string' ? parseArn(source)?.account : undefined;
  if (account !== undefined && isAccountId(account)) offer('aws:SourceAccount', account);
}

function requestTagKeys(given: RequestContext): readonly string[] | undefined {
  const keys = Object.keys(given).filter((key) => key.toLowerCase().startsWith(REQUEST_TAG));
  return keys.length === 0 ? undefined : keys.map((key) => key.slice(REQUEST_TAG.length));
}
