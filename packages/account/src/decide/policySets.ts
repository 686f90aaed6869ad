import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { PolicyNumbers } from './policyNumbers.ts';

/**
 * Gives sets of policies that say the same one object: whoever compiles a set once for each object compiles it once for all
 * principals that have the same. Places of policies in a set are not kept.
 */
export class PolicySets {
  readonly #numbers = new PolicyNumbers();
  readonly #sets: Map<string, PolicySet> = new Map();

  /** @param set - of a principal, without policies of resources and sessions. */
  of(set: Pick<PolicySet, 'identity' | 'boundary' | 'scps' | 'rcps' | 'flags'>): PolicySet {
    const { boundary, scps, rcps, flags } = set;
    const identity = this.#once(set.identity ?? []);
    const numbers = [
      [...identity.keys()].sort((a, b) => a - b),
      boundary && [...this.#once(boundary).keys()],
      scps?.map((level) => [...this.#once(level).keys()]),
      rcps?.map((level) => [...this.#once(level).keys()]),
    ];
    const key = JSON.stringify([...numbers.map((one) => one ?? null), flags]);
    let known = this.#sets.get(key);
    if (known === undefined) {
      known = { ...set, identity: [...identity.values()] };
      this.#sets.set(key, known);
    }
    return known;
  }

  /** Policies by number, those that say the same once. */
  #once(policies: readonly Policy[]): ReadonlyMap<number, Policy> {
    return new Map(policies.map((policy) => [this.#numbers.of(policy), policy]));
  }
}
