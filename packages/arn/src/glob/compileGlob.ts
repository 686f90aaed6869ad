import { appendToken } from '../_internals/appendToken.ts';
import { PatternMatcher } from '../_internals/patternMatcher.ts';
import { tokenizeGlob } from './globTokens.ts';
import type { GlobTokens } from './globTokens.ts';
import type { Matcher } from './matcher.ts';

/** How a plain pattern is compiled. */
export interface GlobOptions {
  /**
   * Whether letters match whatever their case, as action names do (S61). Only the ASCII letters are folded:
   * action names hold no others, and full Unicode folding would let `K` (Kelvin sign) stand for `k`.
   */
  readonly ignoreCase?: boolean;
}

/**
 * Compiles a plain pattern as StringLike knows it: anchored at both ends, `*` is any run of characters, `?`
 * exactly one, and `:` and `/` are nothing special (S48, S49, S92, S93).
 *
 * @param pattern - The pattern's text, or its tokens.
 * @param options - Whether to ignore case; case matters if left out.
 * @returns The matcher; never throws.
 */
export function compileGlob(pattern: string | GlobTokens, options: GlobOptions = {}): Matcher {
  const fold = options.ignoreCase === true;
  const source = typeof pattern === 'string' ? tokenizeGlob(pattern) : pattern;
  // Tokens may come from a caller: copied, so that nothing can change them, and brought to normal form.
  const codes = new Int32Array(source.length);
  let length = 0;
  for (const token of source) {
    length = appendToken(codes, length, fold && token >= 65 && token <= 90 ? token + 32 : token);
  }
  return new PatternMatcher(codes.slice(0, length), fold);
}
