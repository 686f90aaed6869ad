import { ANY, STAR } from './codes.ts';

/**
 * Appends one token; a star behind a star adds nothing and is dropped. The order of other wildcards stays as
 * written, since in an ARN it tells where a star ends its segment (S51).
 *
 * @param tokens - where to write; must have room for one more.
 * @param length - how many tokens it holds.
 * @param token - a code unit, STAR or ANY.
 * @returns the new length.
 */
export function appendToken(tokens: Int32Array, length: number, token: number): number {
  if (token === STAR && length > 0 && tokens[length - 1] === STAR) return length;
  tokens[length] = token;
  return length + 1;
}

/**
 * The token of a character in a pattern's text.
 *
 * @param unit - a UTF-16 code unit.
 * @returns STAR for `*`, ANY for `?`, else the unit.
 */
export function tokenOf(unit: number): number {
  return unit === 42 ? STAR : unit === 63 ? ANY : unit;
}
