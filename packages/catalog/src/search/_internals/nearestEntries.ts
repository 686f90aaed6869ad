import type { ScoredEntries } from './scoreEntries.ts';

/**
 * Sorts entries by score, then by the length of their names, then by code point. What is beyond the limit is not
 * sorted: for one letter there are thousands.
 *
 * @returns at most `limit` of the entries.
 */
export function nearestEntries(
  names: readonly string[],
  { ids, scores }: ScoredEntries,
  limit: number,
): readonly number[] {
  if (!(limit >= 1)) return [];
  const ranks = ids.map((id) => rankOf(scores[id] ?? 0, names[id] ?? ''));
  const last = rankOfLast(ranks, limit);
  const near: { readonly id: number; readonly rank: number }[] = [];
  ranks.forEach((rank, place) => {
    if (rank <= last) near.push({ id: ids[place] ?? 0, rank });
  });
  near.sort((a, b) => a.rank - b.rank || compareNames(names[a.id] ?? '', names[b.id] ?? '') || a.id - b.id);
  return near.slice(0, limit).map(({ id }) => id);
}

/** Names of this length and longer ones, of which there are none, would count as equally long. */
const LONGEST = 255;

/** Smaller for what is nearer. */
function rankOf(score: number, name: string): number {
  return (100 - score) * (LONGEST + 1) + Math.min(name.length, LONGEST);
}

/** The smallest rank up to which there are enough. */
function rankOfLast(ranks: Uint32Array, limit: number): number {
  const counts = new Uint32Array(101 * (LONGEST + 1));
  for (const rank of ranks) counts[rank] = (counts[rank] ?? 0) + 1;
  let last = -1;
  for (let found = 0; found < limit && last + 1 < counts.length;) found += counts[++last] ?? 0;
  return last;
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
