import type { RequestContext } from '@policywright/conditions';
import { authorize, type PartialDecision } from '@policywright/evaluator';
import type { RequiredCheck } from '@policywright/operations';
import type { Policy } from '@policywright/policy';
import { worldOf } from '../calls/worldOf.ts';
import { BearingPolicies } from '../decide/bearingPolicies.ts';
import { decideOpen } from '../decide/decideOpen.ts';
import { EqualQuestions } from '../decide/equalQuestions.ts';
import { StatementFilter } from '../decide/mayMatch.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import { gapText } from '../model/gap.ts';
import type { ObservedCall } from '../model/observedCall.ts';
import type { Replay, ReplayedCall } from '../model/replay.ts';
import { AskedAccesses, type AskedAccess } from './askedAccess.ts';
import { callOf, principalOf, wasRefused } from './callOf.ts';
import { EverywhereAllowed } from './everywhereAllowed.ts';

/** Identity-based policies that principals have instead of their own, by ARN. */
export type OtherPolicies = ReadonlyMap<string, readonly Policy[]>;

/**
 * Decides calls that were made under the policies of a snapshot: which of them would be denied.
 *
 * @param landscape - the accounts.
 * @param calls - as observed; those that were refused are left out.
 * @param others - policies in place of those of the snapshot.
 */
export function replayCalls(
  landscape: Landscape,
  calls: readonly ObservedCall[],
  others: OtherPolicies = new Map(),
): Replay {
  const replayer = new Replayer(landscape);
  const untold = new Map<string, number>();
  const ofPrincipals = new Map<PlacedPrincipal, ObservedCall[]>();
  for (const call of calls) {
    if (wasRefused(call)) continue;
    const principal = principalOf(call, landscape);
    if (principal === undefined) {
      const { kind, name } = call.caller;
      const who = kind === 'user' || kind === 'role' ? name : kind;
      untold.set(who, (untold.get(who) ?? 0) + call.count);
      continue;
    }
    const known = ofPrincipals.get(principal);
    if (known === undefined) ofPrincipals.set(principal, [call]);
    else known.push(call);
  }
  const denied: Map<PlacedPrincipal, ReplayedCall[]> = new Map();
  for (const principal of ofPrincipals.keys()) denied.set(principal, []);
  let asked = 0;
  let allowed = 0;
  for (const [principal, own] of byAccount(ofPrincipals)) {
    const caller = withPolicies(principal, others.get(principal.data.arn));
    replayer.startPrincipal();
    for (const call of own) {
      asked += call.count;
      const replayed = replayer.replay(call, caller);
      if (replayed === undefined) allowed += call.count;
      else denied.get(principal)?.push(replayed);
    }
  }
  return {
    denied: [...denied.values()].flat(),
    asked,
    allowed,
    untold: [...untold].map(([who, count]) => ({ who, count })),
  };
}

/** What principals of an account ask for is much the same. */
function byAccount<Entry extends readonly [PlacedPrincipal, unknown]>(
  entries: Iterable<Entry>,
): readonly Entry[] {
  const accounts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { account } = entry[0].data;
    const known = accounts.get(account);
    if (known === undefined) accounts.set(account, [entry]);
    else known.push(entry);
  }
  return [...accounts.values()].flat();
}

/** With other policies, it does not matter which of its own are not known. */
function withPolicies(principal: PlacedPrincipal, identity: readonly Policy[] | undefined): PlacedPrincipal {
  if (identity === undefined) return principal;
  const gaps = principal.gaps.filter(({ kind }) => kind !== 'policy' && kind !== 'group');
  return { ...principal, gaps, side: { ...principal.side, identity } };
}

/** What became of one authorisation. */
interface Outcome {
  readonly access: AskedAccess;
  readonly answer: 'denied' | 'perhaps';
  readonly because: ReplayedCall['checks'][number]['because'];
  readonly keys: readonly string[];
}

/** One authorisation of a call, and who made it. */
interface AskedCheck {
  readonly access: AskedAccess;
  readonly principal: PlacedPrincipal;
  readonly observed: ObservedCall;
  /** The context of the check, worked out when it is asked for. */
  readonly context: () => RequestContext | undefined;
}

class Replayer {
  readonly #landscape: Landscape;
  readonly #accesses: AskedAccesses;
  readonly #everywhere = new EverywhereAllowed();
  readonly #questions = new EqualQuestions();
  readonly #decided: Map<string, PartialDecision> = new Map();
  readonly #filter = new StatementFilter();
  readonly #bearing: Map<string, BearingPolicies> = new Map();
  readonly #passed: WeakMap<PlacedResource, PlacedResource> = new WeakMap();
  readonly #callers: Map<string, PlacedPrincipal> = new Map();
  readonly #compiler = new SideCompiler();

  constructor(landscape: Landscape) {
    this.#landscape = landscape;
    this.#accesses = new AskedAccesses(worldOf(landscape));
  }

  /** The calls of one principal come after each other: what was compiled for the one before is let go. */
  startPrincipal(): void {
    this.#compiler.forgetPrincipals();
    this.#callers.clear();
  }

  /** How a call would be denied; `undefined` where it certainly would not. */
  replay(observed: ObservedCall, principal: PlacedPrincipal): ReplayedCall | undefined {
    const { arn } = principal.data;
    const call = callOf(observed, principal);
    if (call === undefined) {
      const why = `the catalog has no operation ${observed.eventName} of ${observed.eventSource}`;
      return { call: observed, principal: arn, answer: 'perhaps', checks: [], keys: [why] };
    }
    let checks: readonly RequiredCheck[] | undefined;
    const outcomes = this.#accesses.of(call).flatMap((access, place) => {
      const context = (): RequestContext | undefined =>
        (checks ??= this.#accesses.checks(call))[place]?.context;
      return this.#outcome({ access, principal, observed, context }) ?? [];
    });
    if (outcomes.length === 0) return undefined;
    const isCertain = outcomes.some(({ answer }) => answer === 'denied');
    const told = isCertain ? outcomes.filter(({ answer }) => answer === 'denied') : outcomes;
    return {
      call: observed,
      principal: arn,
      answer: isCertain ? 'certainly' : 'perhaps',
      checks: told.map(({ access: { action, resource, resourcePattern }, because }) => ({
        action,
        resource: resource ?? resourcePattern ?? '*',
        because,
      })),
      keys: isCertain ? [] : [...new Set(told.flatMap(({ keys }) => keys))],
    };
  }

  /** A role that is passed is not assumed: its trust policy does not decide. */
  #asked(placed: PlacedResource, { action }: AskedAccess): PlacedResource {
    if (action.startsWith('sts:') || !placed.arn.includes(':role/')) return placed;
    let asked = this.#passed.get(placed);
    if (asked === undefined) {
      const gaps = placed.gaps.filter(({ kind }) => kind !== 'resource');
      asked = { ...placed, gaps, side: { ...placed.side, policy: undefined } };
      this.#passed.set(placed, asked);
    }
    return asked;
  }

  /** `undefined` where it certainly is given. */
  #outcome(check: AskedCheck): Outcome | undefined {
    const { access, principal, observed } = check;
    const { action, resource = resourceOf(access, observed) } = access;
    const name = action.toLowerCase();
    if (resource === undefined) {
      const own = this.#landscape.resource(
        `arn:aws:${name.slice(0, name.indexOf(':'))}::${principal.data.account}:any`,
      );
      if (this.#everywhere.isCertain(name, principal, own)) return undefined;
      const keys = [`resource of ${action}`];
      return { access, answer: 'perhaps', because: 'depends', keys };
    }
    const placed = this.#landscape.resource(resource);
    if (this.#everywhere.isCertain(name, principal, placed)) return undefined;
    const asked = this.#asked(placed, access);
    const contexts = [observed.context, access.offered];
    const { isNowhere, key } = this.#questions.of({ action: name, principal, resource: asked, contexts });
    if (isNowhere) return deniedOutcome(access, { principal, placed, isExplicit: false });
    const decision = this.#decideOnce(key, () => this.#decide(check, name, asked));
    const gaps = [...principal.gaps, ...asked.gaps].map(gapText);
    if (decision.answer === 'Denied') {
      const isExplicit = decision.possible.every((one) => one === 'ExplicitDeny');
      return deniedOutcome(access, { principal, placed, isExplicit });
    }
    if (decision.answer === 'Allow' && gaps.length === 0) return undefined;
    return { access, answer: 'perhaps', because: 'depends', keys: [...decision.dependsOn, ...gaps] };
  }

  #decideOnce(key: string | undefined, decide: () => PartialDecision): PartialDecision {
    if (key === undefined) return decide();
    let decision = this.#decided.get(key);
    if (decision === undefined) {
      decision = decide();
      if (this.#decided.size >= MOST_DECIDED) this.#decided.clear();
      this.#decided.set(key, decision);
    }
    return decision;
  }

  #decide(
    { access: { action }, principal, context }: AskedCheck,
    name: string,
    asked: PlacedResource,
  ): PartialDecision {
    const caller = this.#caller(name, principal);
    const side = authorize(this.#compiler.principal(caller), this.#compiler.resource(asked));
    return decideOpen(side, { action, context: context() });
  }

  /** The principal with what of its policies bears on an action, which is all that is compiled. */
  #caller(action: string, principal: PlacedPrincipal): PlacedPrincipal {
    let caller = this.#callers.get(action);
    if (caller === undefined) {
      let bearing = this.#bearing.get(action);
      if (bearing === undefined) {
        bearing = new BearingPolicies((statement) => this.#filter.coversAction(statement, action));
        this.#bearing.set(action, bearing);
      }
      this.#callers.set(action, (caller = bearing.of(principal)));
    }
    return caller;
  }
}

/** The most decisions that are remembered. */
const MOST_DECIDED = 10_000;

interface DeniedPair {
  readonly principal: PlacedPrincipal;
  readonly placed: PlacedResource;
  readonly isExplicit: boolean;
}

/** The widest stood for what is not known: what that does not let through, nothing does. */
function deniedOutcome(access: AskedAccess, { principal, placed, isExplicit }: DeniedPair): Outcome {
  // The call was made: if it is of another account, there is a policy that no file has.
  const isUntold = placed.notes.length > 0 && placed.account !== principal.data.account;
  return isUntold && !isExplicit
    ? { access, answer: 'perhaps', because: 'depends', keys: placed.notes }
    : { access, answer: 'denied', because: isExplicit ? 'denied' : 'not allowed', keys: [] };
}

/** What no member of a request tells, the event may, where it tells of one resource. */
function resourceOf({ resourceType }: AskedAccess, { resources }: ObservedCall): string | undefined {
  return resourceType !== undefined && resources.length === 1 ? resources[0] : undefined;
}
