import { relevantKeys, type ConditionKey, type RequestKey } from '@policywright/catalog';

/** The condition keys that the requests for an action on a resource type can have. */
export class Relevance {
  readonly #exact = new Map<string, ConditionKey>();
  /** Beginnings of keys whose rest is a tag key or the like. */
  readonly #begun: (readonly [string, ConditionKey])[] = [];
  readonly #has = new Map<string, boolean>();
  readonly #among = new WeakMap<readonly string[], readonly string[]>();
  readonly #facts = new WeakMap<readonly RequestKey[], readonly RelevantFact[]>();

  /** @param keys - their names are templates, such as `aws:RequestTag/${TagKey}`. */
  constructor(keys: readonly ConditionKey[]) {
    for (const key of keys) {
      const name = key.name.toLowerCase();
      const end = name.indexOf('${');
      if (end < 0) this.#exact.set(name, key);
      else this.#begun.push([name.slice(0, end), key]);
    }
  }

  /** Those of some keys in lower case that requests can have; looked up once for each list. */
  among(names: readonly string[]): readonly string[] {
    let found = this.#among.get(names);
    if (found === undefined) {
      found = names.filter((name) => this.find(name) !== undefined);
      this.#among.set(names, found);
    }
    return found;
  }

  /** Those of the facts of an operation that are about keys that requests can have; looked up once for each list. */
  factsAmong(facts: readonly RequestKey[]): readonly RelevantFact[] {
    let found = this.#facts.get(facts);
    if (found === undefined) {
      const named = facts.map((fact) => ({ fact, name: fact.key.toLowerCase() }));
      found = named.flatMap(({ fact, name }): readonly RelevantFact[] => {
        const key = this.find(name);
        return key === undefined && !name.endsWith('*') ? [] : [{ fact, name, key }];
      });
      this.#facts.set(facts, found);
    }
    return found;
  }

  /** The key of a name in lower case; `undefined` where requests cannot have it. */
  find(name: string): ConditionKey | undefined {
    return this.#exact.get(name) ?? this.#begun.find(([start]) => name.startsWith(start))?.[1];
  }

  /** Whether requests can have a key, in any letter case; looked up once for each spelling. */
  has(key: string): boolean {
    let has = this.#has.get(key);
    if (has === undefined) {
      has = this.find(key.toLowerCase()) !== undefined;
      // Keys of tags are as callers choose them.
      if (this.#has.size >= MOST_SPELLINGS) this.#has.clear();
      this.#has.set(key, has);
    }
    return has;
  }
}

/** A fact of requests about a key that the requests can have. */
export interface RelevantFact {
  readonly fact: RequestKey;
  /** In lower case. */
  readonly name: string;
  /** `undefined` where the fact is about many keys. */
  readonly key: ConditionKey | undefined;
}

const known = new Map<string, Map<string | undefined, Relevance>>();
const MOST = 5000;
/** The most spellings that are remembered for one action and type. */
const MOST_SPELLINGS = 100;

/** @param type - left out: of any type of the action. */
export function relevanceOf(action: string, type: string | undefined): Relevance {
  let byType = known.get(action);
  if (byType === undefined) {
    if (known.size >= MOST) known.clear();
    known.set(action, (byType = new Map()));
  }
  let relevance = byType.get(type);
  if (relevance === undefined) {
    const keys =
      (type === undefined ? undefined : relevantKeys(action, { resourceType: type })) ?? relevantKeys(action);
    relevance = new Relevance((keys ?? []).map(({ key }) => key));
    byType.set(type, relevance);
  }
  return relevance;
}
