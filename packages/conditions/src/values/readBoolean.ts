import { equalsIgnoreCase } from '../_internals/foldCase.ts';

/**
 * Reads a value of `Bool` or `Null` (S103).
 *
 * @param text - `true` or `false` in any case.
 * @returns the value, or `undefined` for any other text.
 */
export function readBoolean(text: string): boolean | undefined {
  if (text === 'true' || equalsIgnoreCase(text, 'true')) return true;
  if (text === 'false' || equalsIgnoreCase(text, 'false')) return false;
  return undefined;
}
