import type { ConditionKey } from '../model/conditionKey.ts';

/**
 * Gives the names of keys by the indices that stand for them in the text; equal lists are one object.
 *
 * @param indices - numbers in base 36 with commas between: `0,2,1k`.
 */
export type KeyLists = (indices: string) => readonly string[];

/** @param keys - of the service, in the order of the indices. */
export function keyLists(keys: readonly ConditionKey[]): KeyLists {
  const lists = new Map<string, readonly string[]>();
  return (indices) => {
    const known = lists.get(indices);
    if (known !== undefined) return known;
    const names: string[] = [];
    for (const index of indices.split(',')) names.push(keys[parseInt(index, 36)]?.name ?? '');
    lists.set(indices, names);
    return names;
  };
}
