/** Spaces between two columns. */
const GAP = 2;
/** What no column is made narrower than. */
const NARROWEST = 10;

/** How {@link wrapTable} divides a line. */
export interface WrapOptions {
  /** The most characters of a line. */
  readonly width: number;
  /** The most characters of each column; as many as its cells have if not given. */
  readonly most?: readonly (number | undefined)[];
}

/**
 * Lays rows of cells out in columns, and breaks cells between words so that all fit; addresses stay whole, so that they
 * can be copied.
 *
 * @param rows - each of as many cells; a first row of headings is a row like any.
 * @returns lines without trailing spaces, none wider unless there are too many columns.
 */
export function wrapTable(
  rows: readonly (readonly string[])[],
  { width, most = [] }: WrapOptions,
): readonly string[] {
  const widths = columnWidths(rows, { width, most });
  return rows.flatMap((row) => {
    const cells = row.map((cell, column) => wrap(cell, widths[column] ?? NARROWEST));
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}

/** The widest column gives way first. */
function columnWidths(
  rows: readonly (readonly string[])[],
  { width, most }: Required<WrapOptions>,
): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      const own = Math.min(cell.length, most[column] ?? cell.length);
      widths[column] = Math.max(widths[column] ?? 0, own);
    });
  }
  let excess = widths.reduce((sum, own) => sum + own + GAP, -GAP) - width;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= NARROWEST) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    let rest = line === '' ? word : `${line} ${word}`;
    while (rest.length > width && !rest.startsWith('https://')) {
      const end = endOfPart(rest, width);
      lines.push(rest.slice(0, end));
      rest = rest.slice(end);
    }
    line = rest;
  }
  return [...lines, line];
}

/** Where a word that is too long is broken: behind a part of an ARN or a name, if that leaves half of the line. */
function endOfPart(word: string, width: number): number {
  const part = Math.max(...['/', ':', '.'].map((end) => word.lastIndexOf(end, width - 1))) + 1;
  return part > width / 2 ? part : width;
}
