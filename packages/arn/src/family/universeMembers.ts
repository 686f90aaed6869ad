import type { FamilyPattern } from './familyPattern.ts';
import { unionOf } from './unionOf.ts';

/**
 * The patterns of a universe that are searched one after the other: each text needs only one of them.
 *
 * @param universe - the texts that exist; `undefined` for all.
 * @returns patterns, or `undefined` for every text. One, where beginnings can be shared.
 */
export function membersOf(
  universe: readonly FamilyPattern[] | undefined,
): readonly (FamilyPattern | undefined)[] {
  if (universe === undefined) return [undefined];
  if (universe.length < 2 || universe.some(({ spellings }) => spellings !== undefined)) return universe;
  return [unionOf(universe)];
}
