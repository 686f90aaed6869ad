import { relevantKeys, type ConditionKey } from '@policywright/catalog';

/** The condition keys that the requests for an action on a resource type can have. */
export class Relevance {
  readonly #exact = new Map<string, ConditionKey>();
  /** Beginnings of keys whose rest is a tag key or the like. */
  readonly #begun: (readonly [string, ConditionKey])[] = [];

  /** @param keys - their names are templates, such as `aws:RequestTag/${TagKey}`. */
  constructor(keys: readonly ConditionKey[]) {
    for (const key of keys) {
      const name = key.name.toLowerCase();
      const end = name.indexOf('${');
      if (end < 0) this.#exact.set(name, key);
      else this.#begun.push([name.slice(0, end), key]);
    }
  }

  /** The key of a name in lower case; `undefined` where requests cannot have it. */
  find(name: string): ConditionKey | undefined {
    return this.#exact.get(name) ?? this.#begun.find(([start]) => name.startsWith(start))?.[1];
  }
}

const known = new Map<string, Relevance>();
const MOST = 5000;

/** @param type - left out: of any type of the action. */
export function relevanceOf(action: string, type: string | undefined): Relevance {
  const name = `${action} ${type ?? ''}`;
  let relevance = known.get(name);
  if (relevance === undefined) {
    const keys =
      (type === undefined ? undefined : relevantKeys(action, { resourceType: type })) ?? relevantKeys(action);
    relevance = new Relevance((keys ?? []).map(({ key }) => key));
    if (known.size < MOST) known.set(name, relevance);
  }
  return relevance;
}
