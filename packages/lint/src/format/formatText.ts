import { renderDiagnostic } from '@policywright/policy';
import { SEVERITIES, type Severity } from '../model/severity.ts';
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
  const counts = new Map<Severity, number>();
  for (const { severity } of files.flatMap(({ findings }) => findings))
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return [...files.flatMap((file) => findingsText(file, options)), summaryText(counts, files.length)].join(
    '\n\n',
  );
}

/**
 * Writes the findings of one file as `formatText` does.
 *
 * @param file - its findings.
 * @param options - whether to colour with ANSI escapes.
 * @returns a text for each finding, without a final line end.
 */
export function findingsText(
  { file, text = '', findings }: FileFindings,
  options: { readonly color?: boolean } = {},
): readonly string[] {
  return findings.map((finding) => {
    const { path, policy } = finding;
    const place = policy === undefined ? path : `${path} (${policy})`.trim();
    return renderDiagnostic({ ...finding, path: place }, text, { file, color: options.color === true });
  });
}

/**
 * Says how many findings there are, as `formatText` does in the end.
 *
 * @param counts - the number of findings by severity.
 * @param files - the number of files.
 */
export function summaryText(counts: ReadonlyMap<Severity, number>, files: number): string {
  if (counts.size === 0) return `no findings in ${count(files, 'file')}`;
  return `found ${countsText(counts)} in ${count(files, 'file')}`;
}

/**
 * Writes numbers of findings, the gravest first: `2 errors, 1 warning, 3 info`.
 *
 * @param counts - the number of findings by severity.
 */
export function countsText(counts: ReadonlyMap<Severity, number>): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const number = counts.get(severity);
    return number === undefined ? [] : severity === 'info' ? `${number} info` : count(number, severity);
  });
  return parts.join(', ');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
