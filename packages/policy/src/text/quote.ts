import { visible } from './printable.ts';

const LONGEST = 100;

/**
 * Writes foreign text for use in a message: in backticks, cut where long, with backticks and all that cannot be
 * printed as escapes.
 *
 * @param text - the text that was found.
 * @returns the quotation; its first and last character are the only backticks.
 */
export function quote(text: string): string {
  return quoteWhole(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

/**
 * As {@link quote}, however long the text is.
 *
 * @param text - the text that was found.
 */
export function quoteWhole(text: string): string {
  return `\`${visible(text).replaceAll('`', String.raw`\u0060`)}\``;
}

/**
 * As {@link quote}, for the first few texts of a list.
 *
 * @param texts - those that were found.
 */
export function quoteAll(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).map(quote).join(', ');
  return texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown;
}

/**
 * Names a character that cannot be shown.
 *
 * @param code - its code point.
 * @returns its Unicode notation, such as `U+00A0`.
 */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
