import type { SearchIndex } from './searchIndex.ts';
import { FIT } from './wordTable.ts';

/** Which entries {@link scoreEntries} looks at, and how. */
export interface ScoreOptions {
  /** Whether to look at a kind, by its place in `KINDS`. */
  readonly kinds: readonly boolean[];
  /** Whether words may be misspelt. */
  readonly misspelt: boolean;
}

/** Entries that have every wanted word, with scores from 1 to 100. */
export interface ScoredEntries {
  readonly ids: Uint32Array;
  /** The score of each entry of the index. */
  readonly scores: Uint8Array;
}

/**
 * Scores entries for wanted words: each has to be found, as it is, as the head of a word or of several that are run
 * together, or misspelt. Words of the service's name count for half.
 */
export function scoreEntries(
  index: SearchIndex,
  wanted: readonly string[],
  { kinds, misspelt }: ScoreOptions,
): ScoredEntries {
  const ids = new Uint32Array(index.names.length);
  let count = 0;
  for (let id = 0; id < ids.length; id++) if (kinds[index.kinds[id] ?? 0] === true) ids[count++] = id;
  const sums = new Uint16Array(ids.length);
  for (const word of wanted) {
    const fits = fitsOf(index, word, misspelt);
    const before = count;
    count = 0;
    for (let place = 0; place < before; place++) {
      const id = ids[place] ?? 0;
      const fit = fits[id] ?? 0;
      if (fit === 0) continue;
      sums[id] = (sums[id] ?? 0) + fit;
      ids[count++] = id;
    }
    if (count === 0) break;
  }
  return toScores(index, wanted.length, { ids: ids.subarray(0, count), sums });
}

/** How well a word fits each entry. */
function fitsOf(index: SearchIndex, word: string, misspelt: boolean): Uint8Array {
  // One letter is no more than the head of a word.
  const fits = word.length > 1 ? index.joined.fits(word) : new Uint8Array(index.names.length);
  const ofWords = index.vocabulary.fits(word);
  if (misspelt) {
    index.joined.addMisspelt(word, fits);
    index.vocabulary.addMisspelt(word, ofWords);
  }
  for (let id = 0; id < ofWords.length; id++) {
    const fit = ofWords[id] ?? 0;
    if (fit === 0) continue;
    const end = index.postingStarts[id + 1] ?? 0;
    for (let at = index.postingStarts[id] ?? 0; at < end; at++) raise(fits, index.postings[at] ?? 0, fit);
    for (const service of index.servicesNamed[id] ?? []) {
      const endOfService = index.serviceStarts[service + 1] ?? 0;
      for (let entry = index.serviceStarts[service] ?? 0; entry < endOfService; entry++) {
        raise(fits, entry, fit >> 1);
      }
    }
  }
  return fits;
}

function raise(fits: Uint8Array, entry: number, fit: number): void {
  if (fit > (fits[entry] ?? 0)) fits[entry] = fit;
}

function toScores(
  { kinds, names, wordCounts }: SearchIndex,
  wanted: number,
  { ids, sums }: { readonly ids: Uint32Array; readonly sums: Uint16Array },
): ScoredEntries {
  const scores = new Uint8Array(names.length);
  let count = 0;
  let last = -1;
  for (const id of ids) {
    // Of names that have all the words, the one with the fewest others comes first.
    const most = FIT.exact * Math.max(wanted, ((wordCounts[id] ?? 0) + wanted) / 2);
    scores[id] = Math.max(1, Math.round((100 * (sums[id] ?? 0)) / most));
    const twin =
      last >= 0 && last === id - 1 && kinds[id] === 0 && kinds[last] === 0 && names[last] === names[id];
    // Of the two entries of a service, the better is kept.
    if (!twin) ids[count++] = last = id;
    else if ((scores[id] ?? 0) > (scores[last] ?? 0)) ids[count - 1] = last = id;
  }
  return { ids: ids.subarray(0, count), scores };
}
