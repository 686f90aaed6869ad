import type { ResourcePolicies } from '@policywright/evaluator';
import type { Landscape } from '../landscape/landscape.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { StatementFilter } from './mayMatch.ts';
import { letInBy } from './namedPrincipals.ts';

/** One authorisation that callers of an account need. */
export interface NeededAccess {
  /** In lower case. */
  readonly action: string;
  /** ARN or `*`; `undefined` where it is not known. */
  readonly resource: string | undefined;
  /** The policies of the resource, and of what lies behind it; the widest for one that is not known. */
  readonly policies: readonly ResourcePolicies['policy'][];
}

/** Finds the principals of an account that may have some access at all: never leaves out who may. */
export class CallCandidates {
  readonly #landscape: Landscape;
  readonly #filter: StatementFilter;

  /**
   * @param landscape - the accounts.
   * @param filter - tells what statements may cover.
   */
  constructor(landscape: Landscape, filter: StatementFilter) {
    this.#landscape = landscape;
    this.#filter = filter;
  }

  /**
   * Lists them in order.
   *
   * @param account - whose principals.
   * @param needed - all that each must have.
   */
  of(account: string, needed: readonly NeededAccess[]): readonly PlacedPrincipal[] {
    const principals = this.#landscape.principalsOf(account);
    const found = needed.map((one) => this.#holders(account, one));
    return principals.filter(({ index }) => found.every((holders) => holders?.has(index) ?? true));
  }

  /** By their places; `undefined` for all. */
  #holders(account: string, access: NeededAccess): ReadonlySet<number> | undefined {
    const { action, resource, policies } = access;
    const service = action.slice(0, Math.max(action.indexOf(':'), 0));
    // Some operations of STS nobody can be refused (S173, S174); of a key or role that is not known, the policy lets in.
    const isOpen = service === 'sts' && resource?.includes(':role/') !== true;
    if (isOpen || (resource === undefined && service === 'kms')) return undefined;
    const found = new Set<number>();
    for (const policy of policies) {
      const { everyone, names } = letInBy({ resource: resource ?? '*', policy });
      if (everyone) return undefined;
      for (const name of names) for (const { index } of this.#landscape.named(name)) found.add(index);
    }
    for (const { holders, allows } of this.#landscape.index(account).ofService(service)) {
      const mayAllow = allows.some(
        (statement) =>
          this.#filter.coversAction(statement, action) &&
          (resource === undefined || this.#filter.mayMatchResource(statement, resource)),
      );
      if (mayAllow) for (const holder of holders) found.add(holder);
    }
    return found;
  }
}
