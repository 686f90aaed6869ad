/**
 * What a terminal acts on, what hides or reorders other text, and what nobody sees: control, format and
 * ignorable characters, line and paragraph separators, and halves of surrogate pairs.
 */
export const UNPRINTABLE: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** Runners of CI take `##[…]`, `##vso[…]` and `##teamcity[…]` for a command wherever in a line it stands. */
const INLINE_COMMAND = /##(?=[a-z]*\[)/gi;
/** GitHub takes a line for a command that begins so, white space apart. */
const LINE_COMMAND = /^(\s*):(?=:)/;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Makes foreign text safe to print as a part of one line: what a terminal or the log of a CI run would act on is
 * shown as an escape, such as `\n`, `\u202e` or `\u{e0041}`. All other text stays letter for letter.
 *
 * @param text - of a policy, a request, a file name, an argument or an error.
 * @returns text without line ends; printing it twice changes nothing more.
 */
export function printable(text: string): string {
  return visible(text).replace(LINE_COMMAND, String.raw`$1\u003a`);
}

/**
 * As {@link printable}, for text that never begins a line.
 *
 * @param text - any.
 */
export function visible(text: string): string {
  return breakCommands(text.replace(UNPRINTABLE, escapeOf), String.raw`\u0023`);
}

/**
 * Breaks what a runner of CI would take for a command in the middle of a line.
 *
 * @param text - any.
 * @param hash - stands for the second of two `#`.
 */
export function breakCommands(text: string, hash: string): string {
  return text.replace(INLINE_COMMAND, `#${hash}`);
}

/**
 * Writes each character that {@link printable} would escape in another way.
 *
 * @param text - any.
 * @param write - is given the character and its code point.
 */
export function replaceUnprintable(text: string, write: (character: string, code: number) => string): string {
  return text.replace(UNPRINTABLE, (character) => write(character, character.codePointAt(0) ?? 0));
}

function escapeOf(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
