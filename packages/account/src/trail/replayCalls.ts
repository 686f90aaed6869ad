import { authorize } from '@policywright/evaluator';
import { listChecks, type RequiredCheck, type World } from '@policywright/operations';
import type { Policy } from '@policywright/policy';
import { worldOf } from '../calls/worldOf.ts';
import { decideOpen } from '../decide/decideOpen.ts';
import { SideCompiler } from '../decide/sideCompiler.ts';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';
import { gapText } from '../model/gap.ts';
import type { ObservedCall } from '../model/observedCall.ts';
import type { Replay, ReplayedCall } from '../model/replay.ts';
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
  const denied: ReplayedCall[] = [];
  let asked = 0;
  let allowed = 0;
  for (const [principal, own] of ofPrincipals) {
    const caller = withPolicies(principal, others.get(principal.data.arn));
    replayer.startPrincipal();
    for (const call of own) {
      asked += call.count;
      const replayed = replayer.replay(call, caller);
      if (replayed === undefined) allowed += call.count;
      else denied.push(replayed);
    }
  }
  return { denied, asked, allowed, untold: [...untold].map(([who, count]) => ({ who, count })) };
}

/** With other policies, it does not matter which of its own are not known. */
function withPolicies(principal: PlacedPrincipal, identity: readonly Policy[] | undefined): PlacedPrincipal {
  if (identity === undefined) return principal;
  const gaps = principal.gaps.filter(({ kind }) => kind !== 'policy' && kind !== 'group');
  return { ...principal, gaps, side: { ...principal.side, identity } };
}

/** What became of one authorisation. */
interface Outcome {
  readonly check: RequiredCheck;
  readonly answer: 'denied' | 'perhaps';
  readonly because: ReplayedCall['checks'][number]['because'];
  readonly keys: readonly string[];
}

class Replayer {
  readonly #landscape: Landscape;
  readonly #world: World;
  readonly #everywhere = new EverywhereAllowed();
  readonly #passed: Map<PlacedResource, PlacedResource> = new Map();
  #compiler = new SideCompiler();

  constructor(landscape: Landscape) {
    this.#landscape = landscape;
    this.#world = worldOf(landscape);
  }

  /** The calls of one principal come after each other: what was compiled for the one before is let go. */
  startPrincipal(): void {
    this.#compiler = new SideCompiler();
  }

  /** How a call would be denied; `undefined` where it certainly would not. */
  replay(observed: ObservedCall, principal: PlacedPrincipal): ReplayedCall | undefined {
    const { arn } = principal.data;
    const call = callOf(observed, principal);
    if (call === undefined) {
      const why = `the catalog has no operation ${observed.eventName} of ${observed.eventSource}`;
      return { call: observed, principal: arn, answer: 'perhaps', checks: [], keys: [why] };
    }
    // The call was made: what AWS may have asked for beside was given, and is told of in `unused`.
    const checks = listChecks(call, this.#world).filter(
      ({ need, reason }) => need !== 'perhaps' && reason !== 'trust',
    );
    const outcomes = checks.flatMap((check) => this.#outcome(check, principal, observed) ?? []);
    if (outcomes.length === 0) return undefined;
    const isCertain = outcomes.some(({ answer }) => answer === 'denied');
    const told = isCertain ? outcomes.filter(({ answer }) => answer === 'denied') : outcomes;
    return {
      call: observed,
      principal: arn,
      answer: isCertain ? 'certainly' : 'perhaps',
      checks: told.map(({ check: { action, resource, resourcePattern }, because }) => ({
        action,
        resource: resource ?? resourcePattern ?? '*',
        because,
      })),
      keys: isCertain ? [] : [...new Set(told.flatMap(({ keys }) => keys))],
    };
  }

  /** A role that is passed is not assumed: its trust policy does not decide. */
  #asked(placed: PlacedResource, { action }: RequiredCheck): PlacedResource {
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
  #outcome(check: RequiredCheck, principal: PlacedPrincipal, observed: ObservedCall): Outcome | undefined {
    const { action, resource = resourceOf(check, observed) } = check;
    const name = action.toLowerCase();
    if (resource === undefined) {
      const own = this.#landscape.resource(
        `arn:aws:${name.slice(0, name.indexOf(':'))}::${principal.data.account}:any`,
      );
      if (this.#everywhere.isCertain(name, principal, own)) return undefined;
      const keys = [`resource of ${action}`];
      return { check, answer: 'perhaps', because: 'depends', keys };
    }
    const placed = this.#landscape.resource(resource);
    if (this.#everywhere.isCertain(name, principal, placed)) return undefined;
    const asked = this.#asked(placed, check);
    const side = authorize(this.#compiler.principal(principal), this.#compiler.resource(asked));
    const decision = decideOpen(side, { action, context: check.context });
    const gaps = [...principal.gaps, ...asked.gaps].map(gapText);
    if (decision.answer === 'Denied') {
      const isExplicit = decision.possible.every((one) => one === 'ExplicitDeny');
      return deniedOutcome(check, { principal, placed, isExplicit });
    }
    if (decision.answer === 'Allow' && gaps.length === 0) return undefined;
    return { check, answer: 'perhaps', because: 'depends', keys: [...decision.dependsOn, ...gaps] };
  }
}

interface DeniedPair {
  readonly principal: PlacedPrincipal;
  readonly placed: PlacedResource;
  readonly isExplicit: boolean;
}

/** The widest stood for what is not known: what that does not let through, nothing does. */
function deniedOutcome(check: RequiredCheck, { principal, placed, isExplicit }: DeniedPair): Outcome {
  // The call was made: if it is of another account, there is a policy that no file has.
  const isUntold = placed.notes.length > 0 && placed.account !== principal.data.account;
  return isUntold && !isExplicit
    ? { check, answer: 'perhaps', because: 'depends', keys: placed.notes }
    : { check, answer: 'denied', because: isExplicit ? 'denied' : 'not allowed', keys: [] };
}

/** What no member of a request tells, the event may, where it tells of one resource. */
function resourceOf({ resourceType }: RequiredCheck, { resources }: ObservedCall): string | undefined {
  return resourceType !== undefined && resources.length === 1 ? resources[0] : undefined;
}
