import type { PolicySet } from '@policywright/evaluator';
import type { Policy, Statement } from '@policywright/policy';
import { StatementFilter } from '../decide/mayMatch.ts';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import type { PlacedResource } from '../landscape/placedResource.ts';

/** Services whose resources are decided by policies of their own, or that have rules of their own (rules S171 to S176). */
const OWN_RULES = /^(?:codeartifact|iam|kms|s3|sts):/;

/**
 * Tells, by statements alone, that an action is allowed to a principal whatever the resource of its account and the context: most
 * calls need no more. Never yes where they are not.
 */
export class EverywhereAllowed {
  readonly #filter = new StatementFilter();
  readonly #known: Map<string, boolean> = new Map();
  readonly #levels: WeakMap<object, Map<string, boolean>> = new WeakMap();

  /**
   * @param action - in lower case.
   * @param principal - who.
   * @param resource - of its account, without a policy.
   */
  isCertain(action: string, principal: PlacedPrincipal, { account, side, gaps }: PlacedResource): boolean {
    if (account !== principal.data.account || side.policy !== undefined || gaps.length > 0) return false;
    if (principal.gaps.length > 0 || OWN_RULES.test(action) || !this.#ofLevels(side.rcps, action))
      return false;
    const key = `${principal.index} ${action}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      const { identity = [], boundary, scps, session } = principal.side;
      known =
        session === undefined &&
        this.#allows(identity, action) &&
        (boundary === undefined || this.#allows(boundary, action)) &&
        this.#ofLevels(scps, action);
      this.#known.set(key, known);
    }
    return known;
  }

  #ofLevels(levels: PolicySet['scps'], action: string): boolean {
    if (levels === undefined) return true;
    let ofActions = this.#levels.get(levels);
    if (ofActions === undefined) this.#levels.set(levels, (ofActions = new Map()));
    let known = ofActions.get(action);
    if (known === undefined) {
      known = levels.every((level) => this.#allows(level, action));
      ofActions.set(action, known);
    }
    return known;
  }

  #allows(policies: readonly Policy[], action: string): boolean {
    let allows = false;
    for (const { statements } of policies) {
      for (const statement of statements) {
        if (!this.#filter.coversAction(statement, action)) continue;
        if (statement.effect === 'Deny') return false;
        allows ||= isWhole(statement);
      }
    }
    return allows;
  }
}

function isWhole({ resource, conditions, principal }: Statement): boolean {
  const isOnAll = resource?.negated === false && resource.values.includes('*');
  const isForAll =
    principal === undefined || (!principal.negated && principal.entries.some(({ value }) => value === '*'));
  return isOnAll && isForAll && conditions.length === 0;
}
