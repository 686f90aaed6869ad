/**
 * Counts the characters of a text as AWS does.
 *
 * @param text - any text.
 * @returns code points; a lone surrogate is one.
 */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) if (endsPair(text, index)) count -= 1;
  return count;
}

/**
 * Whether a unit of a text is the second half of a character.
 *
 * @param text - any text.
 * @param index - of the unit.
 */
export function endsPair(text: string, index: number): boolean {
  return (
    (text.charCodeAt(index) & 0xfc00) === 0xdc00 &&
    index > 0 &&
    (text.charCodeAt(index - 1) & 0xfc00) === 0xd800
  );
}
