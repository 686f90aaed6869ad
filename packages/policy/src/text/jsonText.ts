import { breakCommands, replaceUnprintable } from './printable.ts';

/** How `jsonText` writes. */
export interface JsonTextOptions {
  /** As `JSON.stringify` has it. */
  readonly replacer?: (key: string, value: unknown) => unknown;
  /** One line without any space; else lines indented by two spaces. */
  readonly compact?: boolean;
}

/**
 * Writes a value as JSON that can go to a terminal or a log: what cannot be printed, or would be a command there,
 * stands as an escape of JSON, so that a reader gets the same value.
 *
 * @param value - what `JSON.stringify` takes.
 * @param options - what to leave out, and how wide.
 * @returns the text without a final line end.
 */
export function jsonText(value: unknown, { replacer, compact = false }: JsonTextOptions = {}): string {
  const written = JSON.stringify(value, replacer, compact ? undefined : 2);
  return printableJson(written);
}

/**
 * Makes JSON safe for a terminal or a log: as {@link printable}, with escapes that JSON has, so that a reader gets the
 * same values.
 *
 * @param json - JSON as `JSON.stringify` writes it, on one line or many.
 */
export function printableJson(json: string): string {
  const text = replaceUnprintable(json, (character) =>
    // INVARIANT: every line feed is between values, since those within strings were escaped already.
    character === '\n' ? character : character.split('').map(escapeUnit).join(''),
  );
  return breakCommands(text, String.raw`\u0023`);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
