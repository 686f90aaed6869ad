import type { CatalogAudit } from './auditCatalog.ts';

/** Writes an audit as Markdown: how facts are known, error rates by overlay and source, unknown cells. */
export function auditTables({ citations, comparisons, unknown }: CatalogAudit): string {
  return [
    table(
      ['overlay', 'facts', 'read', 'shown by a second source', 'unchecked'],
      citations.map(({ overlay, facts, read, shown, unchecked }) => [overlay, facts, read, shown, unchecked]),
    ),
    table(
      ['overlay', 'held against', 'compared', 'differing', 'rate'],
      comparisons.map(({ overlay, against, compared, differing }) => [
        overlay,
        against,
        compared,
        differing.length,
        percent(differing.length, compared),
      ]),
    ),
    table(
      ['feature', 'unknown', 'of the 150 most used services'],
      unknown.map(({ feature, all, mostUsed }) => [feature, all, mostUsed]),
    ),
  ].join('\n\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const aligned = headings.map((_, index) => (typeof rows[0]?.[index] === 'number' ? '---:' : '---'));
  const lines = [headings, aligned, ...rows.map((row) => row.map((cell) => figure(cell)))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function figure(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell;
}
