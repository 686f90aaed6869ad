import { isStar, languageOf, takes, type Language } from '../_internals/language.ts';
import type { Matcher } from '../model/matcher.ts';
import { DEFAULT_LIMIT, type AlgebraOptions, type Unknown } from './patternVerdict.ts';

/** Whether two patterns share a text; `witness` is one that both match. */
export type Overlap =
  | { readonly verdict: 'yes'; readonly witness: string }
  | { readonly verdict: 'no' }
  | Unknown;

/**
 * Tells whether some text matches both patterns, of whatever dialects (INVARIANT 12).
 *
 * Exact, in O(a x b) steps and bytes; `unknown` only when that product is beyond the limit.
 *
 * @param a - a compiled pattern.
 * @param b - another.
 * @param options - the limit.
 * @returns the verdict, with a shared text that is as short as any.
 */
export function overlap(a: Matcher, b: Matcher, options: AlgebraOptions = {}): Overlap {
  const left = languageOf(a);
  const right = languageOf(b);
  if (left === undefined || right === undefined) return { verdict: 'no' };
  const width = right.codes.length + 1;
  if ((left.codes.length + 1) * width > (options.limit ?? DEFAULT_LIMIT)) return { verdict: 'unknown' };
  const distances = shortestShared(left, right);
  if (distances[0] === UNREACHABLE) return { verdict: 'no' };
  return { verdict: 'yes', witness: witnessOf({ left, right, distances }) };
}

const UNREACHABLE = 0x7fffffff;

interface Product {
  readonly left: Language;
  readonly right: Language;
  /** For each pair of positions, the length of the shortest text that both rests match. */
  readonly distances: Int32Array;
}

/** Fills the table from its end: each pair depends on the next positions only. */
function shortestShared(left: Language, right: Language): Int32Array {
  const rows = left.codes.length;
  const columns = right.codes.length;
  const width = columns + 1;
  const distances = new Int32Array((rows + 1) * width).fill(UNREACHABLE);
  for (let i = rows; i >= 0; i--) {
    const a = left.codes[i];
    for (let j = columns; j >= 0; j--) {
      const b = right.codes[j];
      const at = i * width + j;
      let best = i === rows && j === columns ? 0 : UNREACHABLE;
      if (isStar(a)) best = Math.min(best, distances[at + width] ?? UNREACHABLE);
      if (isStar(b)) best = Math.min(best, distances[at + 1] ?? UNREACHABLE);
      const next = distances[at + stepBy(a, b, width)] ?? UNREACHABLE;
      if (next < best && sharedUnit(left, right, [a, b]) >= 0) best = next + 1;
      distances[at] = best;
    }
  }
  return distances;
}

/**
 * How far the table's index moves when both sides take one character; a star stays where it is. Beyond the
 * table where that cannot be, or gains nothing: of two stars, one has to end before the other does anything new.
 */
function stepBy(a: number | undefined, b: number | undefined, width: number): number {
  if (a === undefined || b === undefined || (isStar(a) && isStar(b))) return UNREACHABLE;
  return (isStar(a) ? 0 : width) + (isStar(b) ? 0 : 1);
}

/** A character that both codes take, or -1. */
function sharedUnit(
  left: Language,
  right: Language,
  codes: readonly [number | undefined, number | undefined],
): number {
  const [a = -1, b = -1] = codes;
  // Where a side ignores case, the other's spelling is the one that both take.
  for (const unit of [a, b, 120]) {
    if (unit >= 0 && takes(left, a, unit) && takes(right, b, unit)) return unit;
  }
  return -1;
}

/** Follows the table from its start, and writes the characters that it takes. */
function witnessOf({ left, right, distances }: Product): string {
  const width = right.codes.length + 1;
  let text = '';
  let at = 0;
  while (at < distances.length - 1) {
    const a = left.codes[Math.floor(at / width)];
    const b = right.codes[at % width];
    const rest = distances[at];
    if (isStar(a) && distances[at + width] === rest) at += width;
    else if (isStar(b) && distances[at + 1] === rest) at++;
    else {
      text += String.fromCharCode(sharedUnit(left, right, [a, b]));
      at += stepBy(a, b, width);
    }
  }
  return text;
}
