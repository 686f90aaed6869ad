import { ANY, COLON, SEGMENT_ANY, SEGMENT_STAR, STAR } from './codes.ts';

/**
 * A pattern as a run of codes between `first` and `last`, and the one matcher for all patterns with wildcards.
 *
 * INVARIANT: a STAR that has a SEGMENT_STAR somewhere behind it is directly followed by a literal colon, and
 * no ANY stands before a SEGMENT_STAR (ARN patterns are built so; plain globs have no SEGMENT codes at all).
 */
export class Program {
  codes: Int32Array;
  first = 0;
  last = 0;
  /** Whether upper-case ASCII letters of the text count as lower-case ones; the codes are lower-case then. */
  fold = false;

  constructor(codes: Int32Array) {
    this.codes = codes;
    this.last = codes.length;
  }

  /**
   * Matches `text` between `start` and `end` as a whole.
   *
   * Two stars are remembered: the last STAR, and the last SEGMENT_STAR after it. On a mismatch the inner one
   * takes one more character if that is no colon; else the outer one does and the inner one is forgotten.
   *
   * Complete: call what lies between two stars a piece.
   * - Under one start of a chunk (what lies between two STARs), it is enough to try each piece at the first
   *   place where it fits. A piece behind a SEGMENT_STAR that holds a colon has only one place: its first
   *   colon falls on the first colon of the text, since nothing before it may take one. A piece without a
   *   colon that fits at i and at j > i fits in one colon-free stretch, so that the next SEGMENT_STAR can
   *   reach from i whatever it can reach from j.
   * - By the same argument the end of a piece never moves left when its start moves right. So the first
   *   start at which a chunk fits gives its smallest end, and the STAR behind it reaches most from there.
   * - For the same reason a piece that runs out of text cannot be saved by letting a star take more.
   *
   * Bounded by O(pattern x text): without SEGMENT_STAR this is the usual last-star search, where each piece is
   * tried once a text position at most. With it, a chunk behind a STAR begins with a colon (INVARIANT), so it
   * starts at colons only, and each of its at most five segments is tried against one stretch between colons
   * per start; no stretch meets the same segment twice.
   */
  matches(text: string, start: number, end: number): boolean {
    const { codes, last, fold } = this;
    let at = this.first;
    let index = start;
    let starAt = -1;
    let starIndex = 0;
    let innerAt = -1;
    let innerIndex = 0;
    for (;;) {
      if (at < last) {
        const code = codes[at];
        if (code === STAR) {
          at++;
          if (at === last) return true;
          starAt = at;
          starIndex = index;
          innerAt = -1;
          continue;
        }
        if (code === SEGMENT_STAR) {
          at++;
          innerAt = at;
          innerIndex = index;
          continue;
        }
        if (index >= end) return false;
        const unit = text.charCodeAt(index);
        if (
          code === unit ||
          code === ANY ||
          (code === SEGMENT_ANY && unit !== COLON) ||
          (fold && code === lowerCase(unit))
        ) {
          at++;
          index++;
          continue;
        }
      } else if (index === end) {
        return true;
      }
      if (innerAt >= 0 && innerIndex < end && text.charCodeAt(innerIndex) !== COLON) {
        innerIndex++;
        index = innerIndex;
        at = innerAt;
      } else if (starAt >= 0 && starIndex < end) {
        starIndex++;
        // Straight to the next place where the chunk can begin.
        const begin = codes[starAt] ?? STAR;
        if (begin >= 0 && !fold) {
          while (starIndex < end && text.charCodeAt(starIndex) !== begin) starIndex++;
        }
        index = starIndex;
        at = starAt;
        innerAt = -1;
      } else {
        return false;
      }
    }
  }
}

/**
 * Folds the case of ASCII letters only.
 *
 * @param unit - a UTF-16 code unit.
 * @returns the lower-case letter for an upper-case one, anything else as it is.
 */
export function lowerCase(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
