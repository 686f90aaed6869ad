/** A table: its headings, and rows of as many cells. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many columns from the left are text, not figures; by default one. */
  readonly textColumns?: number;
}

/**
 * Renders a table as Markdown, its columns padded so that it can be read in a terminal too.
 *
 * @returns lines without final line break; figures are aligned to the right.
 */
export function markdownTable({ headings, rows, textColumns = 1 }: Table): string {
  const widths = headings.map((heading, column) =>
    Math.max(3, heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? '';
      return column < textColumns ? cell.padEnd(width) : cell.padStart(width);
    });
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, column) =>
    column < textColumns ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(headings), line(rule), ...rows.map(line)].join('\n');
}
