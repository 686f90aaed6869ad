import type { ActionFacts } from './actionFacts.ts';

/** Names of actions, to be looked up by patterns. */
export class NameIndex {
  /** All of them. */
  readonly names: readonly string[];
  readonly #byPrefix = new Map<string, string[]>();

  /** @param names - full names: `iam:PassRole`. */
  constructor(names: readonly string[]) {
    this.names = names;
    for (const name of names) {
      const prefix = name.slice(0, name.indexOf(':'));
      const ofPrefix = this.#byPrefix.get(prefix) ?? [];
      this.#byPrefix.set(prefix, ofPrefix);
      ofPrefix.push(name);
    }
  }

  /** The names that a pattern matches. */
  matching(facts: ActionFacts): readonly string[] {
    const candidates = facts.isOfAnyService ? this.names : this.#byPrefix.get(facts.prefix);
    if (candidates === undefined) return NONE;
    return candidates.filter((name) => facts.matches(name));
  }
}

const NONE: readonly string[] = [];
