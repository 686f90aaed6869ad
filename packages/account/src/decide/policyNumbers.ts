import type { Policy } from '@policywright/policy';

/** Numbers policies by what they say, so that equal documents of two snapshots have one number. */
export class PolicyNumbers {
  readonly #byText: Map<string, number> = new Map();
  readonly #known: Map<Policy, number> = new Map();

  /** The number of a policy; spacing, order of members and names of statements do not count. */
  of(policy: Policy): number {
    let number = this.#known.get(policy);
    if (number === undefined) {
      const text = contentOf(policy);
      number = this.#byText.get(text) ?? this.#byText.size;
      this.#byText.set(text, number);
      this.#known.set(policy, number);
    }
    return number;
  }
}

/** All that bears on decisions. */
export function contentOf({ version, statements }: Policy): string {
  return JSON.stringify([
    version,
    ...statements.map(({ effect, principal, action, resource, conditions }) => [
      effect,
      principal,
      action,
      resource,
      conditions.map(({ operator, key, values }) => [operator.text, key, values]),
    ]),
  ]);
}
