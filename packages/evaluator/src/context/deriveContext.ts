import { isAccountId, parseArn } from '@policywright/arn';
import type { ContextValue, RequestContext } from '@policywright/conditions';
import { readCaller, type Caller, type CallerKind } from '../principal/caller.ts';
import type { Request } from '../request/request.ts';

/** Options of `deriveContext`. */
export interface DeriveOptions {
  /** The time of the request in milliseconds since 1970-01-01T00:00:00Z, for the two time keys. */
  readonly now?: number | undefined;
}

/** Values of `aws:PrincipalType` by kind of caller; the others have none. */
const PRINCIPAL_TYPES: Readonly<Partial<Record<CallerKind, string>>> = {
  user: 'User',
  role: 'AssumedRole',
  roleSession: 'AssumedRole',
  federatedSession: 'FederatedUser',
  root: 'Account',
  anonymous: 'Anonymous',
};
/** The furthest instant, in milliseconds, that ISO 8601 text can be made of here. */
const MAX_TIME = 8.64e15;
const REQUEST_TAG = 'aws:requesttag/';

/**
 * Completes a request context with the keys that follow from the request itself: who the principal is,
 * where the resource is, which tags are sent, whether services call on the principal's behalf. A key that
 * the context has, in any letter case, is left as it is. Keys that nothing in the request tells (such as
 * `aws:MultiFactorAuthPresent`) stay absent. `aws:SecureTransport` is taken to be true.
 *
 * Source: "AWS global condition context keys"; rules S125, S136, S140 and S178 to S182.
 *
 * @param request - the request; not changed.
 * @param options - the time, if conditions ask for it.
 * @returns a new context.
 */
export function deriveContext(request: Request, options: DeriveOptions = {}): RequestContext {
  const given = request.context ?? {};
  const present = new Map(Object.entries(given).map(([key, value]) => [key.toLowerCase(), value] as const));
  const derived: Record<string, ContextValue> = {};
  const offer = (key: string, value: ContextValue | undefined): void => {
    if (value !== undefined && !present.has(key.toLowerCase())) derived[key] = value;
  };
  offerPrincipal(readCaller(request.principal), offer);
  offerResource(request, offer);
  offerCallChain(present, offer);
  offer('aws:TagKeys', requestTagKeys(given));
  offer('aws:SecureTransport', 'true');
  if (options.now !== undefined && Math.abs(options.now) <= MAX_TIME) {
    offer('aws:CurrentTime', new Date(options.now).toISOString());
    offer('aws:EpochTime', String(Math.floor(options.now / 1000)));
  }
  return { ...derived, ...given };
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
    offer('aws:PrincipalServiceNamesList', [name]);
  } else if (account !== '') {
    offer('aws:PrincipalArn', caller.roleArn ?? name);
    offer('aws:PrincipalAccount', account);
    offer('aws:PrincipalIsAWSService', 'false');
    const last = name.slice(name.lastIndexOf('/') + 1);
    if (kind === 'user') offer('aws:username', last);
    else if (kind === 'root') offer('aws:userid', account);
    else if (kind === 'federatedSession') offer('aws:userid', `${account}:${last}`);
  }
}

function offerResource({ resource, resourceAccount }: Request, offer: Offer): void {
  const arn = parseArn(resource);
  const account =
    resourceAccount ?? (arn !== undefined && isAccountId(arn.account) ? arn.account : undefined);
  offer('aws:ResourceAccount', account);
  if (arn !== undefined && arn.region !== '') offer('aws:RequestedRegion', arn.region);
}

function offerCallChain(present: ReadonlyMap<string, ContextValue>, offer: Offer): void {
  const chain = present.get('aws:calledvia');
  const services = Array.isArray(chain) ? (chain as readonly string[]) : [];
  offer('aws:ViaAWSService', services.length > 0 ? 'true' : 'false');
  offer('aws:CalledViaFirst', services[0]);
  offer('aws:CalledViaLast', services[services.length - 1]);
  const source = present.get('aws:sourcearn');
  const sourceAccount = typeof source === 'string' ? parseArn(source)?.account : undefined;
  if (sourceAccount !== undefined && isAccountId(sourceAccount)) offer('aws:SourceAccount', sourceAccount);
}

function requestTagKeys(given: RequestContext): readonly string[] | undefined {
  const keys = Object.keys(given).filter((key) => key.toLowerCase().startsWith(REQUEST_TAG));
  return keys.length === 0 ? undefined : keys.map((key) => key.slice(REQUEST_TAG.length));
}
