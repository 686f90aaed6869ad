import { printable } from '@policywright/policy/text';

/**
 * Makes JSON safe to print: as `printable`, with escapes that JSON has, so that a reader gets the same values.
 *
 * @param text - JSON, of one line or many, whose strings have control characters as escapes.
 */
export function printableJson(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line.replaceAll(HIDDEN_ASTRAL, escapeUnits)))
    .join('\n');
}

/** What `printable` would write in a form that JSON does not have. */
const HIDDEN_ASTRAL = /(?=[\u{10000}-\u{10ffff}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
    .join('');
}
