import { deriveContext } from '@policywright/evaluator';
import type { ContextValue, RequestContext } from '@policywright/conditions';
import type { OperationCall } from '../model/operationCall.ts';
import type { World } from '../model/world.ts';
import type { RequestScope } from '../arns/scope.ts';
import type { OperationPlan } from '../plan/operationPlan.ts';

/** A call with all that its checks are made of. */
export interface CallScope extends RequestScope {
  readonly call: OperationCall;
  readonly plan: OperationPlan;
  /** What every check of the caller knows of it. */
  readonly base: RequestContext;
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
  const { principal, account, region, partition = 'aws', input } = call;
  return {
    call,
    plan,
    world,
    input,
    account,
    region,
    partition,
    named: new Map(),
    base: baseContext(call, principal),
  };
}

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

/** Keys that the call itself is known not to have, unless it says so. */
export function absentDirect({ call }: CallScope): readonly string[] {
  if (call.context === undefined) return NOT_DIRECT;
  const given = new Set(Object.keys(call.context).map((key) => key.toLowerCase()));
  return NOT_DIRECT.filter((key) => !given.has(key.toLowerCase()));
}

/** Whether a context has a key, in any letter case. */
export function hasKey(context: Readonly<Record<string, ContextValue | undefined>>, key: string): boolean {
  if (Object.hasOwn(context, key)) return true;
  const wanted = key.toLowerCase();
  return Object.keys(context).some((name) => name.toLowerCase() === wanted);
}
