import { markdownText } from './markdown.ts';

const MOST_ROWS = 100;

/**
 * Writes foreign text as a table of Markdown.
 *
 * @param heads - one word each, ours.
 * @param rows - of as many cells, each any text; those behind the hundredth are only counted.
 * @returns lines without a final line end.
 */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = rows.length - MOST_ROWS;
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...rows.slice(0, MOST_ROWS).map((row) => line(row.map(markdownText))),
    ...(more > 0 ? ['', `and ${more} more`] : []),
  ].join('\n');
}
