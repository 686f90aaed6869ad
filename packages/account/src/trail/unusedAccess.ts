import { getService, requestMembers, shrinkActions, type ActionName } from '@policywright/catalog';
import { addBit, removeAll } from '@policywright/evaluator/engine';
import { listChecks, type World } from '@policywright/operations';
import { worldOf } from '../calls/worldOf.ts';
import { membersOf } from '../decide/decider.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { gapText } from '../model/gap.ts';
import type { ObservedCall, ObservedCalls } from '../model/observedCall.ts';
import type { UnusedAccess, UnusedAudit } from '../model/unusedAccess.ts';
import { allActions } from '../pairs/actionsOn.ts';
import { callOf, principalOf, wasRefused } from './callOf.ts';
import { isDataAction } from './dataActions.ts';
import { GrantedActions, type ActionBits } from './grantedActions.ts';
import { isRecorded } from './recordedActions.ts';

/** What events tell of one principal. */
interface Usage {
  readonly used: ActionBits;
  calls: number;
  last: string | undefined;
}

/**
 * Tells what principals may do and did not use.
 *
 * @param landscape - the accounts.
 * @param observed - what events tell of the period.
 */
export function unusedAccess(landscape: Landscape, observed: ObservedCalls): UnusedAudit {
  const granted = new GrantedActions();
  const usages = usagesOf(landscape, observed.calls, granted);
  const dataServices = servicesWithData(observed.calls);
  const hidden = hiddenActions(granted, dataServices);
  const patterns = new Patterns();
  const principals = landscape.principals.map((principal): UnusedAccess => {
    const { used, calls = 0, last } = usages.get(principal) ?? {};
    const own = granted.of(principal);
    const rest = own.slice();
    if (used !== undefined) removeAll(rest, used);
    const unused = rest.slice();
    removeAll(unused, hidden);
    const notShown = rest.slice();
    removeAll(notShown, unused);
    const usedOwn = own.slice();
    removeAll(usedOwn, rest);
    return {
      principal: principal.data.arn,
      calls,
      last,
      used: patterns.of(usedOwn),
      unused: patterns.of(unused),
      notShown: patterns.of(notShown),
      gaps: principal.gaps.map(gapText),
    };
  });
  const unknownEvents = observed.calls
    .filter(({ operation }) => operation === undefined)
    .map(({ eventSource, eventName }) => `${eventSource} ${eventName}`);
  const { first, last } = observed;
  return { first, last, principals, dataServices, unknownEvents: [...new Set(unknownEvents)] };
}

function usagesOf(
  landscape: Landscape,
  calls: readonly ObservedCall[],
  granted: GrantedActions,
): ReadonlyMap<PlacedPrincipal, Usage> {
  const world = worldOf(landscape);
  const usages = new Map<PlacedPrincipal, Usage>();
  const asked = new AskedActions(world);
  for (const call of calls) {
    const principal = wasRefused(call) ? undefined : principalOf(call, landscape);
    if (principal === undefined) continue;
    let usage = usages.get(principal);
    if (usage === undefined)
      usages.set(principal, (usage = { used: granted.none(), calls: 0, last: undefined }));
    usage.calls += call.count;
    if (usage.last === undefined || call.last > usage.last) usage.last = call.last;
    for (const action of asked.of(call, principal)) {
      const number = granted.numberOf(action);
      if (number !== undefined) addBit(usage.used, number);
    }
  }
  return usages;
}

/** The actions that calls ask for; those of requests with the same members are worked out once. */
class AskedActions {
  readonly #world: World;
  readonly #known: Map<string, readonly string[]> = new Map();

  constructor(world: World) {
    this.#world = world;
  }

  of(observed: ObservedCall, principal: PlacedPrincipal): readonly string[] {
    const call = callOf(observed, principal);
    if (call === undefined) return [];
    const key = `${call.operation} ${shapeOf(observed.input, call.operation)}`;
    let actions = this.#known.get(key);
    if (actions === undefined) {
      const checks = listChecks(call, this.#world);
      // What AWS may ask for, and nobody knows when, was perhaps used: it is not said to be unused.
      actions = [...new Set(checks.filter(({ reason }) => reason !== 'trust').map(({ action }) => action))];
      this.#known.set(key, actions);
    }
    return actions;
  }
}

/** Which members a request has, however deep, and what it says in those whose values decide on actions. */
function shapeOf(input: ObservedCall['input'], operation: ActionName): string {
  if (input === undefined) return '';
  const values = testedMembers(operation).map((path) => JSON.stringify(valueOf(input, path)));
  return `${membersIn(input)} ${values.join(' ')}`;
}

function membersIn(value: unknown): string {
  if (Array.isArray(value))
    return [...new Set((value as readonly unknown[]).map(membersIn))].sort().join('|');
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  return `{${Object.entries(value)
    .map(([name, one]) => `${name}:${membersIn(one)}`)
    .join()}}`;
}

/** First parts of the paths of members that are asked for a certain value. */
function testedMembers(operation: ActionName): readonly string[] {
  let members = tested.get(operation);
  if (members === undefined) {
    const { actions = [], encryption = [], linkedRoles = [] } = requestMembers(operation) ?? {};
    const tests = [
      ...[...actions, ...encryption].flatMap(({ when, unless }) => [...when, ...unless]),
      ...linkedRoles.flatMap(({ when }) => when),
    ];
    const named = tests.filter(({ value }) => value !== undefined);
    members = [...new Set(named.map(({ member }) => member.split('.', 1)[0] ?? ''))];
    tested.set(operation, members);
  }
  return members;
}

const tested = new Map<ActionName, readonly string[]>();

/** The value of a member, with a small or a capital first letter. */
function valueOf(input: Readonly<Record<string, unknown>>, name: string): unknown {
  return input[name] ?? input[name.slice(0, 1).toLowerCase() + name.slice(1)];
}

function servicesWithData(calls: readonly ObservedCall[]): readonly string[] {
  const found = calls.flatMap(({ isData, operation }) =>
    isData && operation !== undefined ? [operation.slice(0, operation.indexOf(':'))] : [],
  );
  return [...new Set(found)].sort();
}

/** Actions of which the events tell nothing, used or not. */
function hiddenActions(granted: GrantedActions, dataServices: readonly string[]): ActionBits {
  const hidden = granted.none();
  for (const [number, { fullName, service }] of allActions().entries()) {
    const isShown = isRecorded(fullName) && (!isDataAction(fullName) || dataServices.includes(service));
    if (!isShown) addBit(hidden, number);
  }
  return hidden;
}

/** Sets of actions as patterns; the same actions of a service are put into patterns once. */
class Patterns {
  readonly #sets: Map<string, readonly string[]> = new Map();
  readonly #services: Map<string, readonly string[]> = new Map();

  of(bits: ActionBits): readonly string[] {
    const key = bits.join();
    let patterns = this.#sets.get(key);
    if (patterns === undefined) {
      patterns = this.#patternsOf(membersOf(bits));
      this.#sets.set(key, patterns);
    }
    return patterns;
  }

  #patternsOf(numbers: readonly number[]): readonly string[] {
    const all = allActions();
    if (numbers.length === all.length) return ['*'];
    const byService = new Map<string, string[]>();
    for (const number of numbers) {
      const { service = '', fullName = '' } = all[number] ?? {};
      const names = byService.get(service);
      if (names === undefined) byService.set(service, [fullName]);
      else names.push(fullName);
    }
    return [...byService.values()].flatMap((names) => this.#patternsOfService(names));
  }

  #patternsOfService(names: readonly string[]): readonly string[] {
    const key = names.join();
    let patterns = this.#services.get(key);
    if (patterns === undefined) {
      const [prefix = ''] = names[0]?.split(':', 1) ?? [];
      const isWhole = names.length === getService(prefix)?.actions.length;
      patterns = isWhole ? [`${prefix}:*`] : shrinkActions(names);
      this.#services.set(key, patterns);
    }
    return patterns;
  }
}
