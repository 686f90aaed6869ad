import { ANY, STAR } from './codes.ts';

/**
 * Appends one token and keeps the normal form: in a run of wildcards the ANYs first, then one STAR.
 *
 * @param tokens - Where to write; must have room for one more.
 * @param length - How many tokens it holds, in normal form.
 * @param token - A code unit, STAR or ANY.
 * @returns The new length.
 */
export function appendToken(tokens: Int32Array, length: number, token: number): number {
  if (token < 0 && length > 0 && tokens[length - 1] === STAR) {
    if (token === STAR) return length;
    tokens[length - 1] = ANY;
    tokens[length] = STAR;
    return length + 1;
  }
  tokens[length] = token;
  return length + 1;
}

/**
 * The token of a character in a pattern's text.
 *
 * @param unit - A UTF-16 code unit.
 * @returns STAR for `*`, ANY for `?`, else the unit.
 */
export function tokenOf(unit: number): number {
  return unit === 42 ? STAR : unit === 63 ? ANY : unit;
}
