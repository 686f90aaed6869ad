import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { StatementFilter } from './mayMatch.ts';

/**
 * Leaves of the policies of principals only the statements that cover one action: others bear on no decision about it, and
 * compiling them is most of the work. Places of policies and pointers of statements stay as they are.
 */
export class ActionPolicies {
  readonly #action: string;
  readonly #filter: StatementFilter;
  readonly #policies: Map<Policy, Policy> = new Map();
  readonly #levels: Map<PolicySet['scps'], PolicySet['scps']> = new Map();

  /**
   * @param action - in lower case.
   * @param filter - tells which statements cover it.
   */
  constructor(action: string, filter: StatementFilter) {
    this.#action = action;
    this.#filter = filter;
  }

  /** The principal with what is left. */
  of(principal: PlacedPrincipal): PlacedPrincipal {
    const { identity = [], boundary, scps } = principal.side;
    const side = {
      ...principal.side,
      identity: this.#each(identity),
      boundary: boundary && this.#each(boundary),
      scps: this.#ofLevels(scps),
    };
    return { ...principal, side };
  }

  /** The accounts of an organization share their levels. */
  #ofLevels(levels: PolicySet['scps']): PolicySet['scps'] {
    let left = this.#levels.get(levels);
    if (left === undefined && levels !== undefined) {
      left = levels.map((level) => this.#each(level));
      this.#levels.set(levels, left);
    }
    return left;
  }

  #each(policies: readonly Policy[]): readonly Policy[] {
    return policies.map((policy) => {
      let left = this.#policies.get(policy);
      if (left === undefined) {
        const { statements } = policy;
        const covering = statements.filter((one) => this.#filter.coversAction(one, this.#action));
        left = covering.length === statements.length ? policy : { ...policy, statements: covering };
        this.#policies.set(policy, left);
      }
      return left;
    });
  }
}
