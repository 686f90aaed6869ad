import { workflowCommand } from '@policywright/policy/text';
import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { FileFindings } from './fileFindings.ts';

const COMMANDS = {
  error: 'error',
  warning: 'warning',
  suggestion: 'notice',
  info: 'notice',
} as const satisfies Readonly<Record<Severity, string>>;

/**
 * Writes findings as workflow commands of GitHub Actions, which show them beside the lines of a pull request.
 *
 * @param files - the findings of each file; paths from the root of the repository.
 * @returns one line a finding, without a final line end.
 */
export function formatGithub(files: readonly FileFindings[]): string {
  return files
    .flatMap(({ file, findings }) => findings.map((finding) => commandOf(file, finding)))
    .join('\n');
}

function commandOf(file: string, { code, severity, message, range, help }: Finding): string {
  const { start, end } = range ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const place = {
    file,
    line: start.line,
    endLine: end.line,
    col: start.column,
    endColumn: end.column,
    title: code,
  };
  return workflowCommand(COMMANDS[severity], place, help === undefined ? message : `${message}; ${help}`);
}
