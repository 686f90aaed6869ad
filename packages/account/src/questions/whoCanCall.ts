import type { ActionName } from '@policywright/catalog';
import {
  callRequests,
  listChecks,
  settleAnew,
  simulateOperation,
  type Check,
  type OperationCall,
  type OperationDecision,
  type OperationInput,
  type RequiredCheck,
  type World,
} from '@policywright/operations';
import type { Statement } from '@policywright/policy';
import { missingOf, policiesOf } from '../calls/policiesOf.ts';
import { worldOf } from '../calls/worldOf.ts';
import { BearingPolicies } from '../decide/bearingPolicies.ts';
import { CallCandidates, type NeededAccess } from '../decide/callCandidates.ts';
import { StatementFilter } from '../decide/mayMatch.ts';
import { PolicySets } from '../decide/policySets.ts';
import type { Landscape } from '../landscape/landscape.ts';
import { callerArn, type PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { CallReach, FailedCheck } from '../model/callReach.ts';

/** A call, whoever makes it. */
export interface AskedOperation {
  /** By prefix of the service or id of the SDK client: `ecs:RunTask`. */
  readonly operation: ActionName;
  /** With the names of members that the API has; empty if left out. */
  readonly input?: OperationInput | undefined;
  /** The Region that is called; not known if left out. */
  readonly region?: string | undefined;
  /** `ignore`: without what the call only may need. `count` if left out. */
  readonly perhaps?: 'count' | 'ignore' | undefined;
}

/** Who can make a call. */
export interface WhoCanCall {
  readonly operation: string;
  /** Those that can, or may be able to, or lack only what the call needs beside itself; in the order of the accounts. */
  readonly principals: readonly CallReach[];
}

/**
 * Says who can make a call: all that it is authorised for, as `simulateOperation` decides it for each principal. What names alone
 * name, each looks for in its own account.
 *
 * @param landscape - the accounts.
 * @param asked - the call.
 */
export function whoCanMake(landscape: Landscape, asked: AskedOperation): WhoCanCall {
  const filter = new StatementFilter();
  const candidates = new CallCandidates(landscape, filter);
  const sets = new PolicySets();
  // What accounts share of policies is filtered once for all of them.
  const filtered = new Map<string, BearingPolicies>();
  const principals = landscape.snapshot.accounts.flatMap(({ account, partition }): readonly CallReach[] => {
    const { operation, input = {}, region } = asked;
    const world = worldOf(landscape, account);
    const principal = `arn:${partition}:iam::${account}:root`;
    const call = { operation, input, principal, account, region, partition };
    const checks = listChecks(call, world);
    const accesses = accessesOf(checks);
    const key = accesses.map(({ action, resource }) => `${action} ${resource}`).join();
    const policies = filtered.get(key) ?? new BearingPolicies((one) => mayApply(one, accesses, filter));
    filtered.set(key, policies);
    const scope: CallScope = { landscape, world, call, policies, sets, perhaps: asked.perhaps };
    return candidates.of(account, neededBy(call, checks, world)).flatMap((one) => reachOf(one, scope) ?? []);
  });
  return { operation: asked.operation, principals };
}

/** A call in one account, before it is known who makes it. */
interface CallScope {
  readonly landscape: Landscape;
  readonly world: World;
  readonly call: OperationCall;
  readonly policies: BearingPolicies;
  readonly sets: PolicySets;
  readonly perhaps: AskedOperation['perhaps'];
}

type Access = Pick<NeededAccess, 'action' | 'resource'>;

function accessesOf(checks: readonly RequiredCheck[]): readonly Access[] {
  return checks.map(({ action, resource }) => ({ action: action.toLowerCase(), resource }));
}

function mayApply(statement: Statement, accesses: readonly Access[], filter: StatementFilter): boolean {
  return accesses.some(
    ({ action, resource }) =>
      filter.coversAction(statement, action) &&
      (resource === undefined ||
        statement.resource === undefined ||
        filter.mayMatchResource(statement, resource)),
  );
}

/** What every caller needs for the call itself. */
function neededBy(
  call: OperationCall,
  checks: readonly RequiredCheck[],
  world: World,
): readonly NeededAccess[] {
  const bearing = new Map(
    callRequests({}, call, world).map(({ request: { action, resource }, policies }) => [
      `${action} ${resource}`,
      [policies.resource, ...(policies.underlying ?? [])],
    ]),
  );
  return checks.filter(isOwn).map(({ action, resource }) => ({
    action: action.toLowerCase(),
    resource,
    policies: bearing.get(`${action} ${resource ?? ''}`) ?? [],
  }));
}

function isOwn({ reason, need }: Pick<RequiredCheck, 'reason' | 'need'>): boolean {
  return reason === 'operation' && need !== 'perhaps';
}

/** `undefined` for whoever lacks the permission of the call itself. */
function reachOf(principal: PlacedPrincipal, scope: CallScope): CallReach | undefined {
  const { landscape, perhaps } = scope;
  const decided = decide(principal, scope);
  const missing = missingOf(principal, decided.checks, landscape);
  const { answer, checks, unknown } = settleAnew(decided, { perhaps, missing });
  if (checks.some((check) => isOwn(check) && check.decision.answer === 'Denied')) return undefined;
  const signIn = landscape.signIns.of(principal.data);
  const counted = perhaps === 'ignore' ? checks.filter(({ need }) => need !== 'perhaps') : checks;
  const denied = counted.filter(({ need, decision }) => need !== 'perhaps' && decision.answer === 'Denied');
  const failing =
    answer === 'Denied' ? denied : counted.filter(({ decision }) => decision.answer !== 'Allow');
  return {
    principal: principal.data.arn,
    answer: ANSWERS[answer],
    dependsOn: unknown,
    failing: failing.map(failedCheck),
    ...(signIn !== undefined && { signIn }),
  };
}

const ANSWERS = { Allow: 'certainly', Depends: 'perhaps', Denied: 'denied' } as const;

function decide(
  principal: PlacedPrincipal,
  { landscape, world, call, policies, sets }: CallScope,
): OperationDecision {
  const { rcps, ...own } = policiesOf(policies.of(principal), landscape);
  const { context, absent } = principal.side;
  return simulateOperation(
    sets.of({ ...own, rcps: policies.ofLevels(rcps) }),
    { ...call, principal: callerArn(principal.data), context, absent },
    world,
  );
}

function failedCheck({ action, resource, resourcePattern, reason, decision }: Check): FailedCheck {
  return {
    action,
    resource: resource ?? resourcePattern ?? '*',
    reason,
    answer: decision.answer === 'Denied' ? 'denied' : 'depends',
  };
}
