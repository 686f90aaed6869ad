import { deriveContext } from '@policywright/evaluator';
import type { RequestKey } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { OperationCall } from '../model/operationCall.ts';
import type { World } from '../model/world.ts';
import { SOME, type RequestScope } from '../arns/scope.ts';
import type { OperationPlan } from '../plan/operationPlan.ts';

/** A call with all that its checks are made of. */
export interface CallScope extends RequestScope {
  readonly call: OperationCall;
  readonly plan: OperationPlan;
  /** What every check of the caller knows of it. */
  readonly base: RequestContext;
  /** The keys that the call says itself, in lower case. */
  readonly given: ReadonlySet<string>;
  /** Keys that the call itself is known not to have. */
  readonly absent: readonly string[];
  /** Keys of checks by all that they are made of, made once: many are about resources that differ by name alone. */
  readonly made: Map<string, KnownKeys>;
  /** What the request says for context keys, read once. */
  readonly said: Map<RequestKey, SaidKey>;
}

/** Context keys that are known, and those that are known to be absent. */
export interface KnownKeys {
  readonly context: RequestContext;
  readonly absent: readonly string[];
}

/** What a request says for a context key. */
export interface SaidKey {
  readonly texts: readonly string[];
  /** `unknown`: it says something that is not all known; `nothing`: it does not say it. */
  readonly state: 'known' | 'unknown' | 'nothing';
}

/** Keys that a request which no service makes does not have. */
const NOT_DIRECT: readonly string[] = [
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'kms:ViaService',
];

/** Puts a call together with its plan. */
export function callScope(call: OperationCall, plan: OperationPlan, world: World): CallScope {
  const { principal, account, region = SOME, partition = 'aws', input, context } = call;
  const given =
    context === undefined ? NOTHING : new Set(Object.keys(context).map((key) => key.toLowerCase()));
  return {
    call,
    plan,
    world,
    input,
    account,
    region,
    partition,
    given,
    named: new Map(),
    said: new Map(),
    made: new Map(),
    base: baseContext(call, principal),
    absent: [
      ...(given.size === 0 ? NOT_DIRECT : NOT_DIRECT.filter((key) => !given.has(key.toLowerCase()))),
      ...(call.absent ?? NONE),
    ],
  };
}

const NOTHING: ReadonlySet<string> = new Set();
const NONE: readonly never[] = [];

function baseContext(call: OperationCall, principal: OperationCall['principal']): RequestContext {
  const { operation, context } = call;
  if (context !== undefined || typeof principal !== 'string') {
    return derived(
      deriveContext({ principal, action: operation, resource: '*', ...(context && { context }) }),
    );
  }
  let base = bases.get(principal);
  if (base === undefined) {
    base = derived(deriveContext({ principal, action: operation, resource: '*' }));
    if (bases.size >= MOST_BASES) bases.clear();
    bases.set(principal, base);
  }
  return base;
}

// The keys of a principal follow from its name alone, and cost more than a check.
const bases = new Map<string, RequestContext>();
const MOST_BASES = 100;

/** Whether TLS was used is true of every SDK; the resource is not known yet. */
function derived(context: RequestContext): RequestContext {
  const { 'aws:ResourceAccount': _, ...rest } = context;
  return rest;
}
