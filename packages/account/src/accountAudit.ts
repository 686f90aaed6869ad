import { AccountError } from './accountError.ts';
import { Landscape } from './landscape/landscape.ts';
import type { PlacedPrincipal } from './landscape/placedPrincipal.ts';
import type { Snapshot } from './model/snapshot.ts';
import { whatPrincipalCan, type WhatCan } from './questions/whatCan.ts';
import { whoCanDo, type WhoCan } from './questions/whoCan.ts';

/**
 * Answers questions about the accounts of a snapshot. Roles are asked as sessions; of context keys only those are known that
 * follow from principal, resource and organization. Every answer says what is certain, and what depends on which keys.
 */
export class AccountAudit {
  readonly #landscape: Landscape;

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
   * What a principal can do.
   *
   * @param principal - ARN of a user, role, or session of a role.
   * @throws AccountError - where the snapshot has no such principal.
   */
  whatCan(principal: string): WhatCan {
    return whatPrincipalCan(this.#landscape, this.#principal(principal));
  }

  #principal(arn: string): PlacedPrincipal {
    const found = this.#landscape.principal(arn);
    if (found === undefined)
      throw new AccountError('unknown-principal', `the snapshot has no principal \`${arn}\``);
    return found;
  }
}
