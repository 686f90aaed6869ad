import type { TrustedZone } from '@policywright/analyzer';
import type { Policy } from '@policywright/policy';
import { AccountError } from './accountError.ts';
import { Landscape } from './landscape/landscape.ts';
import type { PlacedPrincipal } from './landscape/placedPrincipal.ts';
import type { ExternalAudit } from './model/externalReach.ts';
import type { ObservedCall, ObservedCalls } from './model/observedCall.ts';
import type { Replay } from './model/replay.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { UnusedAudit } from './model/unusedAccess.ts';
import { EdgeFinder } from './paths/edgeFinder.ts';
import { PathGraph } from './paths/pathGraph.ts';
import type { Path } from './model/pathHop.ts';
import { pathsBetween, type PathEnds } from './questions/pathsBetween.ts';
import { whoFromOutside } from './questions/whoFromOutside.ts';
import { whatPrincipalCan, type WhatCan } from './questions/whatCan.ts';
import { whoCanDo, type WhoCan } from './questions/whoCan.ts';
import { whoCanMake, type AskedOperation, type WhoCanCall } from './questions/whoCanCall.ts';
import { replayCalls } from './trail/replayCalls.ts';
import { unusedAccess } from './trail/unusedAccess.ts';

/**
 * Answers questions about the accounts of a snapshot. Roles are asked as sessions; of context keys only those are known that
 * follow from principal, resource and organization. Every answer says what is certain, and what depends on which keys.
 */
export class AccountAudit {
  readonly #landscape: Landscape;
  #graph: PathGraph | undefined;

  /** @param snapshot - as read. */
  constructor(snapshot: Snapshot) {
    this.#landscape = new Landscape(snapshot);
  }

  /** ARNs of all users and roles, in order of the accounts. */
  get principals(): readonly string[] {
    return this.#landscape.principals.map(({ data }) => data.arn);
  }

  /**
   * Who can do something.
   *
   * @param action - `prefix:Name`.
   * @param resource - ARN or `*`.
   */
  whoCan(action: string, resource: string): WhoCan {
    return whoCanDo(this.#landscape, action, resource);
  }

  /**
   * Who can make a call, with all that it is authorised for.
   *
   * @param asked - the operation and its input.
   */
  whoCanCall(asked: AskedOperation): WhoCanCall {
    return whoCanMake(this.#landscape, asked);
  }

  /**
   * What a principal can do.
   *
   * @param principal - ARN of a user, role, or session of a role.
   * @throws AccountError - where the snapshot has no such principal.
   */
  whatCan(principal: string): WhatCan {
    return whatPrincipalCan(this.#landscape, this.#principal(principal));
  }

  /**
   * Who can become whom: the shortest chain for each pair that is asked for, certain ones first.
   *
   * @param ends - from a principal, left out from all; to a principal or `admin`, which is whoever can do anything in an
   * account. With neither, how administrators can be reached.
   * @throws AccountError - where the snapshot has no such principal.
   */
  paths({ from, to }: PathEnds = {}): readonly Path[] {
    this.#graph ??= new PathGraph(this.#landscape, new EdgeFinder(this.#landscape).find());
    return pathsBetween(this.#graph, {
      from: from === undefined ? undefined : this.#principal(from).data.arn,
      to: to === undefined || to === 'admin' ? to : this.#principal(to).data.arn,
      accounts: this.#landscape.snapshot.accounts.map(({ account }) => account),
    });
  }

  /**
   * Who gets at the resources and roles of the snapshot from outside, by their policies: other accounts, everyone, identity
   * providers and AWS services, told apart.
   *
   * @param zone - who is trusted beside the account of each resource; the organization with all its accounts if left out.
   */
  external(zone?: TrustedZone): ExternalAudit {
    return whoFromOutside(this.#landscape, zone);
  }

  /**
   * What principals may do and did not use in a period.
   *
   * @param observed - what events tell of it, as `EventReader` has it.
   */
  unused(observed: ObservedCalls): UnusedAudit {
    return unusedAccess(this.#landscape, observed);
  }

  /**
   * Which past calls the policies of the snapshot would deny.
   *
   * @param calls - as `EventReader` has them; those that were refused are left out.
   * @param policies - identity-based policies that principals, by ARN, have instead of their own.
   */
  replay(calls: readonly ObservedCall[], policies?: ReadonlyMap<string, readonly Policy[]>): Replay {
    return replayCalls(this.#landscape, calls, policies);
  }

  #principal(arn: string): PlacedPrincipal {
    const found = this.#landscape.principal(arn);
    if (found === undefined)
      throw new AccountError('unknown-principal', `the snapshot has no principal \`${arn}\``);
    return found;
  }
}
