import type { Position } from './diagnostic.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Finds the line and column of an offset.
 *
 * @param text - the text that the offset counts in.
 * @param offset - UTF-16 units from the start; brought into the text where it lies outside.
 * @returns the position, found by one pass over the text before it.
 */
export function positionAt(text: string, offset: number): Position {
  const at = Math.min(Math.max(0, Math.trunc(offset) || 0), text.length);
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < at; index += 1) {
    const next = lineStartAfter(text, index);
    if (next === undefined || next > at) continue;
    line += 1;
    lineStart = next;
  }
  return { offset: at, line, column: at - lineStart + 1 };
}

/**
 * Makes a function that finds positions fast, for texts with several findings.
 *
 * @param text - the text that offsets count in.
 * @returns a function from an offset inside the text to its position; its line table is built at the first call.
 */
export function createPositionFinder(text: string): (offset: number) => Position {
  let lineStarts: readonly number[] | undefined;
  return (offset) => {
    lineStarts ??= findLineStarts(text);
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const next = lineStartAfter(text, index);
    if (next !== undefined) starts.push(next);
  }
  return starts;
}

/** The offset after the line end at `index`, if there is one; CR LF ends its line at the LF. */
function lineStartAfter(text: string, index: number): number | undefined {
  const code = text.charCodeAt(index);
  if (code === LF) return index + 1;
  if (code === CR && text.charCodeAt(index + 1) !== LF) return index + 1;
  return undefined;
}
