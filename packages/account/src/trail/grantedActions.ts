import { expandActions } from '@policywright/catalog';
import { addAll, addBit, complement, keepOnly, removeAll } from '@policywright/evaluator/engine';
import type { Policy, Statement } from '@policywright/policy';
import type { PlacedPrincipal } from '../landscape/placedPrincipal.ts';
import { allActions } from '../pairs/actionsOn.ts';

/** A set of actions by their numbers: bits. */
export type ActionBits = Uint32Array;

/** What a policy allows and denies, whatever the resource. */
interface PolicyBits {
  readonly allows: ActionBits;
  /** What it denies on every resource without a condition. */
  readonly denies: ActionBits;
}

/** Works out which actions principals may have on any resource; each policy is looked at once. */
export class GrantedActions {
  readonly #words = Math.ceil(allActions().length / 32);
  readonly #numbers: ReadonlyMap<string, number> = new Map(
    allActions().map(({ fullName }, number) => [fullName, number]),
  );
  readonly #policies: WeakMap<Policy, PolicyBits> = new WeakMap();
  readonly #levels: WeakMap<object, ActionBits> = new WeakMap();
  readonly #patterns: Map<string, readonly number[]> = new Map();

  /** The number of an action; `undefined` for one that the catalog does not have. */
  numberOf(action: string): number | undefined {
    return this.#numbers.get(action);
  }

  /** No actions. */
  none(): ActionBits {
    return new Uint32Array(this.#words);
  }

  /**
   * The actions that a principal may have: its policies allow them on some resource, and boundary and service control policies
   * leave them on some. What a Deny with conditions or on some resources takes is not looked at.
   */
  of({ side }: PlacedPrincipal): ActionBits {
    const { identity = [], boundary, scps, account, role } = side;
    const granted = this.#joined(identity);
    if (boundary !== undefined) keepOnly(granted, this.#joined(boundary));
    if (scps !== undefined && account !== 'management' && role !== 'service-linked')
      keepOnly(granted, this.#levelsOf(scps));
    return granted;
  }

  #levelsOf(levels: readonly (readonly Policy[])[]): ActionBits {
    let bits = this.#levels.get(levels);
    if (bits === undefined) {
      bits = this.none().fill(0xffff_ffff);
      for (const level of levels) keepOnly(bits, this.#joined(level));
      this.#levels.set(levels, bits);
    }
    return bits;
  }

  /** What some policies together allow and none denies. */
  #joined(policies: readonly Policy[]): ActionBits {
    const joined = this.none();
    for (const policy of policies) addAll(joined, this.#policy(policy).allows);
    for (const policy of policies) removeAll(joined, this.#policy(policy).denies);
    return joined;
  }

  #policy(policy: Policy): PolicyBits {
    let bits = this.#policies.get(policy);
    if (bits === undefined) {
      const { statements } = policy;
      bits = {
        allows: this.#union(statements.filter(({ effect }) => effect === 'Allow')),
        denies: this.#union(statements.filter(isWholeDeny)),
      };
      this.#policies.set(policy, bits);
    }
    return bits;
  }

  #union(statements: readonly Statement[]): ActionBits {
    const union = this.none();
    for (const { action } of statements) {
      const named = this.none();
      for (const pattern of action.values) {
        for (const number of this.#matching(pattern)) addBit(named, number);
      }
      if (action.negated) complement(named);
      addAll(union, named);
    }
    return union;
  }

  #matching(pattern: string): readonly number[] {
    let matching = this.#patterns.get(pattern);
    if (matching === undefined) {
      matching = expandActions(pattern).flatMap((action) => this.#numbers.get(action) ?? []);
      this.#patterns.set(pattern, matching);
    }
    return matching;
  }
}

function isWholeDeny({ effect, conditions, resource }: Statement): boolean {
  return (
    effect === 'Deny' &&
    conditions.length === 0 &&
    resource?.negated === false &&
    resource.values.includes('*')
  );
}
