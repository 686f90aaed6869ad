import { jsonText, markdownTable, markdownText, printable } from '@policywright/policy/text';
import type { Io } from '../../../io/io.ts';
import { printTable } from '../../../terminal/table.ts';
import type { AuditFormat } from '../auditOptions.ts';
import type { AuditReport } from './auditReport.ts';
import { csvText } from './csvText.ts';
import { htmlPage } from './htmlPage.ts';

/**
 * Prints an answer in the form that was asked for.
 *
 * @param io - standard output; notes of the text form go to standard error.
 * @param report - the answer.
 * @param format - text if left out.
 */
export function printReport(io: Io, report: AuditReport, format: AuditFormat): void {
  const { title, summary, headings, rows, notes } = report;
  switch (format) {
    case 'json':
      io.stdout.write(`${jsonText(report.json)}\n`);
      return;
    case 'csv':
      io.stdout.write(csvText(headings, rows));
      return;
    case 'html':
      io.stdout.write(htmlPage(report));
      return;
    case 'markdown': {
      const cells = rows.map((row) => row.map(markdownText));
      const lines = [`### ${markdownText(title)}`, markdownText(summary), ...notes.map(markdownText)];
      const table = rows.length === 0 ? [] : [markdownTable(headings, cells)];
      io.stdout.write(`${[...lines, ...table].join('\n\n')}\n`);
      return;
    }
    case 'text':
    case undefined:
      printTable(io, { headings, rows });
      for (const line of [summary, ...notes]) io.stderr.write(`${printable(line)}\n`);
  }
}
