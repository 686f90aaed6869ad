import {
  formatGithub,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  type FileFindings,
} from '@policywright/lint';
import type { Io } from '../../io/io.ts';
import { useColor } from '../../terminal/useColor.ts';
import { foldLines } from '../../terminal/foldLines.ts';

/** The forms of the report. */
export type LintFormat = 'text' | 'json' | 'sarif' | 'github' | 'markdown';

/**
 * Writes the findings to standard output.
 *
 * @param io - the standard output.
 * @param files - the findings of each file.
 * @param format - the form.
 */
export async function printLintReport(
  io: Io,
  files: readonly FileFindings[],
  format: LintFormat,
): Promise<void> {
  if (format === 'json') io.stdout.write(`${formatJson(files)}\n`);
  else if (format === 'sarif') {
    const { readVersion } = await import('../../version.ts');
    io.stdout.write(`${formatSarif(files, { version: readVersion() })}\n`);
  } else if (format === 'github') {
    const lines = formatGithub(files);
    if (lines !== '') io.stdout.write(`${lines}\n`);
  } else if (format === 'markdown') io.stdout.write(`${formatMarkdown(files.map(named))}\n`);
  else if (files.length > 0) {
    const report = formatText(files.map(named), { color: useColor(io.stdout, io.env) });
    io.stdout.write(`${foldLines(io.stdout, report)}\n`);
  }
}

function named({ file, ...found }: FileFindings): FileFindings {
  return { ...found, file: file === '-' ? '<stdin>' : file };
}
