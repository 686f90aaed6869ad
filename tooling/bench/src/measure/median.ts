/** The middle one of some figures, and how far they lie apart. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Sums figures of repeated measurements up.
 *
 * @param figures - at least one.
 * @throws RangeError when there is none.
 */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  const [min] = sorted;
  const max = sorted.at(-1);
  if (middle === undefined || min === undefined || max === undefined)
    throw new RangeError('nothing was measured');
  const below = sorted[(sorted.length - 1) >> 1] ?? middle;
  return { median: (below + middle) / 2, min, max };
}
