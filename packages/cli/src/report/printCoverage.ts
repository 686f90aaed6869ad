import { printable } from '@policywright/policy/text';
import type { CoverageReport, CoverageTally, SourcePlace } from '@policywright/scenario';
import type { Io } from '../io/io.ts';
import { createPaint } from '../terminal/paint.ts';
import { printTable } from '../terminal/table.ts';
import { useColor } from '../terminal/useColor.ts';

/**
 * Prints which parts of their policies scenarios exercise: a table by document, what no scenario exercises with its
 * place, and the whole.
 *
 * @param io - its standard output.
 * @param coverage - as measured.
 */
export function printCoverage(io: Io, coverage: CoverageReport): void {
  const paint = createPaint(useColor(io.stdout, io.env));
  io.stdout.write('\n');
  printTable(io, {
    headings: ['DOCUMENT', 'SCENARIOS', 'STATEMENTS', 'ACTIONS', 'RESOURCES', 'CONDITIONS', 'COVERED'],
    rows: coverage.documents.map((document) => [
      placeText(document),
      String(document.scenarios),
      ...[document.statements, document.actions, document.resources, document.conditions].map(fraction),
      `${document.percent} %`,
    ]),
  });
  const uncovered = coverage.documents.flatMap((document) => document.uncovered);
  if (uncovered.length > 0) io.stdout.write('\n');
  for (const part of uncovered) {
    io.stdout.write(`${paint('strong', printable(placeText(part)))} ${printable(part.message)}\n`);
  }
  const { covered, total, percent } = coverage;
  const sign = covered === total ? paint('good', '✓') : paint('warning', '!');
  io.stdout.write(`\n${sign} coverage ${percent} %: ${covered} of ${total} parts\n`);
}

/**
 * Writes a place as compilers do: `file:line:column`.
 *
 * @param place - in a scenario file.
 */
export function placeText({ file, line, column }: SourcePlace): string {
  return `${file === '-' ? '<stdin>' : file}:${line}:${column}`;
}

function fraction({ covered, total }: CoverageTally): string {
  return `${covered}/${total}`;
}
