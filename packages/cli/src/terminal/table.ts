import { printable } from '@policywright/policy/text';
import type { Io } from '../io/io.ts';
import { createPaint } from './paint.ts';
import { useColor } from './useColor.ts';

/** Rows of text under headings. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Prints a table: aligned and with headings on a terminal, else one line a row with tabs between the cells,
 * for `cut`, `awk` and the like.
 *
 * @param io - its standard output decides the form.
 * @param table - the rows; each as long as the headings.
 */
export function printTable(io: Io, { headings, rows }: Table): void {
  const cells = rows.map((row) => row.map(printable));
  if (!io.stdout.isTTY) {
    io.stdout.write(cells.map((row) => `${row.join('\t')}\n`).join(''));
    return;
  }
  const paint = createPaint(useColor(io.stdout, io.env));
  const widths = headings.map((heading, column) =>
    cells.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), heading.length),
  );
  const align = (row: readonly string[]): string =>
    fit(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '), io.stdout.columns);
  const lines = [paint('strong', align(headings)), ...cells.map(align)];
  io.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** The widest row, also where the width of the terminal is not known. */
const WIDEST = 200;

function fit(line: string, columns: number | undefined): string {
  const trimmed = line.trimEnd();
  const width = columns === undefined || columns < 20 ? WIDEST : Math.min(columns, WIDEST);
  return trimmed.length <= width ? trimmed : `${trimmed.slice(0, width - 1)}…`;
}
