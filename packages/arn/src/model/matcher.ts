import type { GlobTokens } from './globTokens.ts';

/**
 * The shape of a compiled pattern: `never` matches no text, `any` every text, `literal` one text, `prefix` is
 * `head*`, `suffix` is `*tail`, `prefixSuffix` is `head*tail`, and `general` is everything else.
 */
export type MatcherKind = 'never' | 'any' | 'literal' | 'prefix' | 'suffix' | 'prefixSuffix' | 'general';

/** A compiled pattern; immutable, and matching allocates nothing. */
export interface Matcher {
  /** The shape, for callers that build an index over many patterns. */
  readonly kind: MatcherKind;
  /** The pattern's tokens in normal form, lower-cased (ASCII) when case is ignored; empty for `never`. */
  readonly tokens: GlobTokens;
  /** The only text that matches (but for its case, when case is ignored), or `undefined` if there are others. */
  readonly literal: string | undefined;
  /** The longest literal head: every text that matches starts with it. */
  readonly prefix: string;
  /** The longest literal tail: every text that matches ends with it. */
  readonly suffix: string;
  /** The length of the shortest text that can match, in UTF-16 units; longer than any string for `never`. */
  readonly minLength: number;
  /**
   * Matches the pattern against the whole of `text.slice(start, end)`, without making the slice.
   *
   * @param text - the text.
   * @param start - where to begin, in UTF-16 units; 0 if left out.
   * @param end - where to stop, `start <= end <= text.length`; the text's length if left out.
   * @returns whether it matches, in at most O(pattern x text) steps.
   */
  matches(text: string, start?: number, end?: number): boolean;
}
