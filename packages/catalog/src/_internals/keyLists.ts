import type { ConditionKey } from '../model/conditionKey.ts';

/** Lists of key names by the indices that stand for them in the text; equal lists are one object. */
export class KeyLists {
  readonly #keys: readonly ConditionKey[];
  readonly #lists = new Map<string, readonly string[]>();

  /** @param keys - of the service, in the order of the indices. */
  constructor(keys: readonly ConditionKey[]) {
    this.#keys = keys;
  }

  /** @param indices - numbers in base 36 with commas between: `0,2,1k`. */
  pick(indices: string): readonly string[] {
    const known = this.#lists.get(indices);
    if (known !== undefined) return known;
    const names: string[] = [];
    for (const index of indices.split(',')) names.push(this.#keys[parseInt(index, 36)]?.name ?? '');
    this.#lists.set(indices, names);
    return names;
  }
}
