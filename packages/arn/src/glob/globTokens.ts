import { appendToken, tokenOf } from '../_internals/appendToken.ts';
import * as codes from '../_internals/codes.ts';

/** The token of `*`: any number of characters, also none (S48). */
export const STAR: -1 = codes.STAR;

/** The token of `?`: exactly one character, never none (S49). */
export const ANY: -2 = codes.ANY;

/**
 * A pattern as numbers: UTF-16 code units for literal characters, {@link STAR} and {@link ANY} for wildcards.
 *
 * Tokens, unlike text, can hold a literal `*` or `?` (code units 42 and 63), as `${*}` and substituted policy
 * variables need (S122, S123). No STAR follows a STAR; else wildcards stand in the order of the pattern, which
 * matters in the first five segments of an ARN (S51).
 */
export type GlobTokens = Int32Array;

/**
 * Reads a pattern text: `*` and `?` are wildcards, everything else is itself; there is no escape.
 *
 * @param text - The pattern; any text, also empty.
 * @returns Its tokens; `**` is one STAR.
 */
export function tokenizeGlob(text: string): GlobTokens {
  const tokens = new Int32Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    length = appendToken(tokens, length, tokenOf(text.charCodeAt(index)));
  }
  return length === text.length ? tokens : tokens.slice(0, length);
}
