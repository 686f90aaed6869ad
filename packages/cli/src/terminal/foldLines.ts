import type { Output } from '../io/io.ts';

/** A longer line is more than a person reads, and hides what follows. */
const WIDEST = 200;
const INDENT = '      ';

/**
 * Breaks lines that are longer than a person reads, on a terminal; texts in pipes stay as they are, for tools.
 *
 * @param output - where the text goes.
 * @param text - lines, with ANSI escapes or without, which take no room.
 * @returns the text with no line over 200 characters; what follows of a line is indented.
 */
export function foldLines({ isTTY }: Output, text: string): string {
  if (!isTTY || text.length <= WIDEST) return text;
  return text.split('\n').map(foldLine).join('\n');
}

function foldLine(line: string): string {
  if (widthOf(line) <= WIDEST) return line;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=[ ,])/)) {
    if (current.trim() !== '' && widthOf(current) + widthOf(word.trimEnd()) > WIDEST) {
      lines.push(current.trimEnd());
      current = INDENT;
    }
    let rest = word;
    while (widthOf(current) + widthOf(rest.trimEnd()) > WIDEST && !rest.includes('\u001b')) {
      const room = WIDEST - widthOf(current);
      lines.push(current + rest.slice(0, room));
      rest = rest.slice(room);
      current = INDENT;
    }
    current += rest;
  }
  return [...lines, current].join('\n');
}

function widthOf(text: string): number {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[0-9;]*m/g, '').length;
}
