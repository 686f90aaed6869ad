/** A search that had to stop: the patterns are too large for an exact answer within the limit. */
export interface Unknown {
  readonly verdict: 'unknown';
}

/** How much work an exact answer may take. */
export interface AlgebraOptions {
  /** The most steps to spend, one a visited pair of positions; a million if left out, some 10 to 100 ms. */
  readonly limit?: number;
}

/** The steps that an answer may take where the caller says nothing. */
export const DEFAULT_LIMIT = 1_000_000;
