import type { ActionFacts } from './actionFacts.ts';

/** Names of actions, to be looked up by patterns. */
export class NameIndex {
  readonly #byPrefix = new Map<string, string[]>();
  readonly #names: readonly string[];
  // Facts are shared by all statements with the same pattern, and so is the answer.
  readonly #known = new WeakMap<ActionFacts, readonly string[]>();

  /** @param names - full names: `iam:PassRole`. */
  constructor(names: readonly string[]) {
    this.#names = names;
    for (const name of names) {
      const prefix = name.slice(0, name.indexOf(':'));
      const ofPrefix = this.#byPrefix.get(prefix) ?? [];
      this.#byPrefix.set(prefix, ofPrefix);
      ofPrefix.push(name);
    }
  }

  /** The names that a pattern matches. */
  matching(facts: ActionFacts): readonly string[] {
    let found = this.#known.get(facts);
    if (found === undefined) {
      const { prefix } = facts;
      const candidates = /^$|[*?]/.test(prefix) ? this.#names : (this.#byPrefix.get(prefix) ?? []);
      found = candidates.filter((name) => facts.matches(name));
      this.#known.set(facts, found);
    }
    return found;
  }
}
