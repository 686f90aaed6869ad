import type { Diagnostic, Severity } from './diagnostic.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnosticCodes.ts';
import { createPositionFinder } from './positionAt.ts';

/** A finding before its offsets are turned into lines and columns. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** Where it differs from the severity in the table of codes. */
  readonly severity?: Severity | undefined;
  readonly message: string;
  /** The part of the source, in offsets. */
  readonly at: { readonly start: number; readonly end: number };
  /** JSON pointer from the root of what is read. */
  readonly pointer: string;
  readonly help?: string | undefined;
}

/** Collects the findings of one run. */
export class Findings {
  readonly #findings: Finding[] = [];
  #failed = false;

  /** Whether an error was reported. */
  get failed(): boolean {
    return this.#failed;
  }

  get count(): number {
    return this.#findings.length;
  }

  report(finding: Finding): void {
    this.#findings.push(finding);
    if (severityOf(finding) === 'error') this.#failed = true;
  }

  /**
   * Turns the findings into diagnostics, in the order of the text.
   *
   * @param source - the text that offsets count in (`undefined` where there is none), and the pointer that
   * paths start with.
   */
  toDiagnostics(source: { readonly text: string | undefined; readonly basePointer: string }): Diagnostic[] {
    const { text, basePointer } = source;
    const positionOf = text === undefined ? undefined : createPositionFinder(text);
    const ordered =
      text === undefined ? this.#findings : this.#findings.toSorted((a, b) => a.at.start - b.at.start);
    return ordered.map((finding) => ({
      code: finding.code,
      severity: severityOf(finding),
      message: finding.message,
      path: basePointer + finding.pointer,
      range: positionOf && { start: positionOf(finding.at.start), end: positionOf(finding.at.end) },
      ...(finding.help !== undefined && { help: finding.help }),
    }));
  }
}

function severityOf(finding: Finding): Severity {
  return finding.severity ?? DIAGNOSTIC_CODES[finding.code].severity;
}
