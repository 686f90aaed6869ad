/** A search that had to stop: the patterns are too large for an exact answer within the limit. */
export interface Unknown {
  readonly verdict: 'unknown';
}

/** How much work an exact answer may take. */
export interface AlgebraOptions {
  /** The most steps to spend, each a comparison of two codes or so; a million if left out: tenths of a second. */
  readonly limit?: number;
}

/** The steps that an answer may take where the caller says nothing. */
export const DEFAULT_LIMIT = 1_000_000;
