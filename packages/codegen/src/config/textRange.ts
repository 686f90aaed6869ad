import type { Position, Range } from '../diagnostic/diagnostic.ts';

/**
 * Turns offsets into a range with lines and columns.
 *
 * @param start - UTF-16 units from the start of the text.
 * @param end - the same, exclusive.
 */
export function textRange(text: string, start: number, end: number): Range {
  return { start: position(text, start), end: position(text, end) };
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { offset, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
