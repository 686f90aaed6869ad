import { ANY, STAR } from './codes.ts';

/** A run of wildcards with nothing between them. */
export interface WildcardRun {
  /** Where it ends: the index behind its last wildcard. */
  end: number;
  /** How many `?` it has. */
  anys: number;
  hasStar: boolean;
}

/**
 * Reads the run of wildcards that begins at a token.
 *
 * @param tokens - the tokens.
 * @param start - the index of a wildcard.
 * @param length - how many tokens there are.
 * @param run - overwritten, so that nothing is allocated.
 */
export function readWildcardRun(
  tokens: Int32Array,
  { start, length }: { readonly start: number; readonly length: number },
  run: WildcardRun,
): void {
  let end = start;
  run.anys = 0;
  run.hasStar = false;
  while (end < length && (tokens[end] ?? 0) < 0) {
    if (tokens[end] === STAR) run.hasStar = true;
    else run.anys++;
    end++;
  }
  run.end = end;
}

/**
 * Brings a plain pattern to its normal form in place: in each run of wildcards the ANYs first, then one STAR
 * (without segments, `*?`, `?*` and `*?*` are one pattern).
 *
 * @param tokens - the tokens.
 * @param length - how many there are.
 * @returns how many are left.
 */
export function normalizeRuns(tokens: Int32Array, length: number): number {
  const run: WildcardRun = { end: 0, anys: 0, hasStar: false };
  let to = 0;
  for (let from = 0; from < length;) {
    const token = tokens[from] ?? 0;
    if (token >= 0) {
      tokens[to++] = token;
      from++;
      continue;
    }
    readWildcardRun(tokens, { start: from, length }, run);
    from = run.end;
    for (let any = 0; any < run.anys; any++) tokens[to++] = ANY;
    if (run.hasStar) tokens[to++] = STAR;
  }
  return to;
}
