import { PatternMatcher } from '../_internals/patternMatcher.ts';
import { lowerCase } from '../_internals/program.ts';
import { normalizeRuns } from '../_internals/wildcardRun.ts';
import type { GlobTokens } from '../model/globTokens.ts';
import type { Matcher } from '../model/matcher.ts';
import { TokenBuffer } from './tokenBuffer.ts';

// One for the whole module: compiling calls nothing back.
const scratch = new TokenBuffer();

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
 * @param pattern - the pattern's text, or its tokens.
 * @param options - whether to ignore case; case matters if left out.
 * @returns the matcher; never throws.
 */
export function compileGlob(pattern: string | GlobTokens, options: GlobOptions = {}): Matcher {
  const fold = options.ignoreCase === true;
  scratch.clear();
  if (typeof pattern === 'string') scratch.pushPattern(pattern);
  else scratch.pushTokens(pattern);
  const all = scratch.tokens.slice(0, scratch.length);
  const codes = all.subarray(0, normalizeRuns(all, all.length));
  if (fold) for (let index = 0; index < codes.length; index++) codes[index] = lowerCase(codes[index] ?? 0);
  return new PatternMatcher(codes, fold);
}
