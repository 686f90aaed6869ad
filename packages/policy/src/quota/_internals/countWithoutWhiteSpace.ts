import { QUOTE, BACKSLASH } from '../../json/_internals/codes.ts';
import { isWhiteSpace } from '../../json/_internals/cursor.ts';
import { endsPair } from '../../text/countCharacters.ts';

/**
 * Counts the characters of a JSON text without its white space (rule S35).
 *
 * @param text - any text.
 * @param inStrings - whether white space inside strings counts.
 * @returns code points.
 */
export function countWithoutWhiteSpace(text: string, inStrings: boolean): number {
  let count = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString && code === BACKSLASH) {
      // The character after it, a quotation mark perhaps, is part of the escape.
      count += 1;
      index += 1;
      if (index < text.length) count += 1;
      continue;
    }
    if (code === QUOTE) inString = !inString;
    if (isWhiteSpace(code) ? inStrings && inString : !endsPair(text, index)) count += 1;
  }
  return count;
}

/** Counts bytes in UTF-8; a lone surrogate is three, as its replacement character. */
export function countBytes(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // The first half of a pair counts three, the second one.
    count += code < 0x80 || endsPair(text, index) ? 1 : code < 0x800 ? 2 : 3;
  }
  return count;
}
