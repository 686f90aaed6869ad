import { renderDiagnostic } from '@policywright/policy';
import { SEVERITIES } from '../model/severity.ts';
import type { FileFindings } from './fileFindings.ts';

/**
 * Writes findings for people: each with the line it concerns, and how many there are at the end.
 *
 * @param files - the findings of each file.
 * @param options - whether to colour with ANSI escapes.
 * @returns the text without a final line end.
 */
export function formatText(
  files: readonly FileFindings[],
  options: { readonly color?: boolean } = {},
): string {
  const blocks = files.flatMap(({ file, text = '', findings }) =>
    findings.map((finding) => renderDiagnostic(finding, text, { file, color: options.color === true })),
  );
  return [...blocks, summaryOf(files)].join('\n\n');
}

function summaryOf(files: readonly FileFindings[]): string {
  const findings = files.flatMap((file) => file.findings);
  if (findings.length === 0) return `no findings in ${count(files.length, 'file')}`;
  const parts = SEVERITIES.map((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? undefined : severity === 'info' ? `${number} info` : count(number, severity);
  });
  return `found ${parts.filter((part) => part !== undefined).join(', ')} in ${count(files.length, 'file')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
