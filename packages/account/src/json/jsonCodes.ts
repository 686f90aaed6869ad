// Codes of the characters that JSON is made of.
export const QUOTE = 34;
export const COMMA = 44;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;

/**
 * The codes of a text.
 *
 * @param text - in ASCII.
 */
export function codesOf(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/**
 * Whether a text stands at a place.
 *
 * @param bytes - of a file in UTF-8.
 * @param start - of the place.
 * @param codes - of the text.
 */
export function standsAt(bytes: Uint8Array, start: number, codes: readonly number[]): boolean {
  // The last letters differ most.
  for (let index = codes.length - 1; index >= 0; index--)
    if (bytes[start + index] !== codes[index]) return false;
  return true;
}
