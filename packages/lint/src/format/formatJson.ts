import { jsonText } from '@policywright/policy/text';
import type { Aliases } from '../model/finding.ts';
import type { FileFindings } from './fileFindings.ts';

/** A finding as `formatJson` writes it. */
export interface JsonFinding {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  /** JSON pointer. */
  readonly path: string;
  /** From 1; 1 where the document was not read from text. */
  readonly line: number;
  readonly column: number;
  readonly aliases: Aliases;
}

/**
 * Writes findings as a JSON array of {@link JsonFinding}.
 *
 * @param files - the findings of each file.
 * @returns the text without a final line end.
 */
export function formatJson(files: readonly FileFindings[]): string {
  return jsonText(files.flatMap(jsonFindings));
}

/** The findings of one file as `formatJson` writes them. */
export function jsonFindings({ file, findings }: FileFindings): readonly JsonFinding[] {
  return findings.map(({ code, severity, message, path, range, aliases }) => {
    const { line, column } = range?.start ?? { line: 1, column: 1 };
    return { file, code, severity, message, path, line, column, aliases };
  });
}
