import { appendToken, tokenOf } from '../_internals/appendToken.ts';
import * as codes from '../_internals/codes.ts';
import type { GlobTokens } from '../model/globTokens.ts';

/** The token of `*`: any number of characters, also none (S48). */
export const STAR: -1 = codes.STAR;

/** The token of `?`: exactly one character, never none (S49). */
export const ANY: -2 = codes.ANY;

/**
 * Reads a pattern text: `*` and `?` are wildcards, everything else is itself; there is no escape.
 *
 * @param text - the pattern; any text, also empty.
 * @returns its tokens; `**` is one STAR.
 */
export function tokenizeGlob(text: string): GlobTokens {
  const tokens = new Int32Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    length = appendToken(tokens, length, tokenOf(text.charCodeAt(index)));
  }
  return length === text.length ? tokens : tokens.slice(0, length);
}
