const LONGEST = 60;
// Control characters, line separators and bidirectional controls would garble a terminal or mislead a reader.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff`]|\p{Surrogate}/gu;

/**
 * Writes text from a document for use in a message: in backticks, cut where long, unsafe characters escaped.
 *
 * @param text - the text that was found.
 * @returns the quotation.
 */
export function quote(text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `\`${shown.replace(UNSAFE, escapeCharacter)}\``;
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

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
