import type { PolicySet } from '@policywright/evaluator';
import type { Policy, Statement } from '@policywright/policy';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';

/**
 * Leaves of the policies of principals only the statements that may apply to what is asked: others bear on no decision about it,
 * and compiling them is most of the work. Places of policies and pointers of statements stay as they are.
 */
export class BearingPolicies {
  readonly #mayApply: (statement: Statement) => boolean;
  readonly #policies: Map<Policy, Policy> = new Map();
  readonly #levels: Map<PolicySet['scps'], PolicySet['scps']> = new Map();

  /** @param mayApply - whether a statement may apply to what is asked: never no where it does. */
  constructor(mayApply: (statement: Statement) => boolean) {
    this.#mayApply = mayApply;
  }

  /** The principal with what is left. */
  of(principal: PlacedPrincipal): PlacedPrincipal {
    const { identity = [], boundary, scps } = principal.side;
    const side = {
      ...principal.side,
      identity: this.#each(identity),
      boundary: boundary && this.#each(boundary),
      scps: this.ofLevels(scps),
    };
    return { ...principal, side };
  }

  /** What is left of the levels of an organization, which its accounts share. */
  ofLevels(levels: PolicySet['scps']): PolicySet['scps'] {
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
        const bearing = statements.filter(this.#mayApply);
        left = bearing.length === statements.length ? policy : { ...policy, statements: bearing };
        this.#policies.set(policy, left);
      }
      return left;
    });
  }
}
