import { markdownTable } from '@policywright/policy/text';
import type { FileFindings } from './fileFindings.ts';

/**
 * Writes findings as Markdown, for a comment on a pull request or the summary of a job.
 *
 * @param files - the findings of each file.
 * @returns a heading and a table, in which text of policies is text; without a final line end.
 */
export function formatMarkdown(files: readonly FileFindings[]): string {
  const rows = files.flatMap(({ file, findings }) =>
    findings.map(({ severity, code, range, message, help }) => [
      severity,
      code,
      `${file}:${range?.start.line ?? 1}`,
      help === undefined ? message : `${message}; ${help}`,
    ]),
  );
  if (rows.length === 0) return '## Lint: no findings';
  const heading = `## Lint: ${rows.length} ${rows.length === 1 ? 'finding' : 'findings'}`;
  return `${heading}\n\n${markdownTable(['severity', 'rule', 'place', 'finding'], rows)}`;
}
