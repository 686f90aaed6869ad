/**
 * Which of the two readings of an ARN pattern is meant.
 *
 * - `resource`: as in `Resource` and `NotResource`. A `*` that ends its segment may run past the colon (S50);
 *   any other `*` or `?` in the first five segments stays inside its segment (S51).
 * - `operator`: as in ArnLike and ArnEquals. The six components are compared one by one and no wildcard
 *   crosses the first five colons (S109, S110).
 *
 * In both, wildcards of the sixth segment match anything, colons too, and case matters (S53, S112).
 */
export type ArnDialect = 'resource' | 'operator';

/** How an ARN pattern is compiled. */
export interface ArnPatternOptions {
  /** The reading. */
  readonly dialect: ArnDialect;
  /**
   * In dialect `resource`, what an ARN pattern with fewer than six segments and no `*` at its end means (S52):
   * its missing fields are `*` (`wildcard`), or `?*`, which an empty field does not match and for which no `*` before
   * the resource part may run past a colon (`filled`), or it matches nothing (`never`, also if left out, which grants
   * least).
   */
  readonly missingFields?: 'wildcard' | 'filled' | 'never';
}
