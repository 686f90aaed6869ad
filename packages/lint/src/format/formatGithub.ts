import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { FileFindings } from './fileFindings.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'notice',
  info: 'notice',
};

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
  const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = help === undefined ? message : `${message}; ${help}`;
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
