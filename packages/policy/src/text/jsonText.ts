import { breakCommands, replaceUnprintable } from './printable.ts';

/**
 * Writes a value as JSON that can go to a terminal or a log: what cannot be printed, or would be a command there,
 * stands as an escape of JSON, so that a reader gets the same value.
 *
 * @param value - what `JSON.stringify` takes.
 * @param replacer - as `JSON.stringify` has it.
 * @returns lines indented by two spaces, without a final line end.
 */
export function jsonText(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const text = replaceUnprintable(JSON.stringify(value, replacer, 2), (character) =>
    // INVARIANT: every line feed is between values, since those within strings were escaped already.
    character === '\n' ? character : character.split('').map(escapeUnit).join(''),
  );
  return breakCommands(text, String.raw`\u0023`);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
