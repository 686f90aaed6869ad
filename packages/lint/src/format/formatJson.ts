import { jsonText } from '@policywright/policy/text';
import type { Aliases, Fix } from '../model/finding.ts';
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
  /** The place after the last character of what is marked. */
  readonly endLine: number;
  readonly endColumn: number;
  readonly aliases: Aliases;
  /** What the policy is called in its file. */
  readonly policy?: string;
  /** How to mend it. */
  readonly help?: string;
  /** Edits of the text that mend it, in UTF-16 offsets. */
  readonly fix?: Fix;
}

const NOWHERE = { line: 1, column: 1 };

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
  return findings.map(({ code, severity, message, path, range, aliases, policy, help, fix }) => {
    const { start = NOWHERE, end = NOWHERE } = range ?? {};
    return {
      file,
      code,
      severity,
      message,
      path,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      aliases,
      ...(policy !== undefined && { policy }),
      ...(help !== undefined && { help }),
      ...(fix !== undefined && { fix }),
    };
  });
}
