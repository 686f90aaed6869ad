import type { Diagnostic, DiagnosticSeverity } from './diagnostic.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './diagnosticCodes.ts';
import { createPositionFinder } from './positionAt.ts';

/** So many errors and so many warnings are kept: nobody reads more, and hostile text could ask for gigabytes. */
const MOST_FINDINGS = 10_000;

/** A finding before its offsets are turned into lines and columns. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** Where it differs from the severity in the table of codes. */
  readonly severity?: DiagnosticSeverity | undefined;
  readonly message: string;
  /** The part of the source, in offsets. */
  readonly at: { readonly start: number; readonly end: number };
  /** JSON pointer from the root of what is read. */
  readonly pointer: string;
  readonly help?: string | undefined;
}

/** Collects the findings of one run. */
export class Findings {
  readonly #isUnknown: ((pointer: string) => boolean) | undefined;
  readonly #findings: Finding[] = [];
  readonly #counts: Record<DiagnosticSeverity, number> = { error: 0, warning: 0 };
  #firstDropped: Finding | undefined;

  /** @param isUnknown - tells places that warnings say nothing about. */
  constructor(isUnknown?: (pointer: string) => boolean) {
    this.#isUnknown = isUnknown;
  }

  /** Whether an error was reported. */
  get failed(): boolean {
    return this.#counts.error > 0;
  }

  get count(): number {
    return this.#findings.length;
  }

  report(finding: Finding): void {
    const severity = severityOf(finding);
    // An error stands: without it a statement could go missing in silence.
    if (severity === 'warning' && this.#isUnknown?.(finding.pointer) === true) return;
    this.#counts[severity] += 1;
    if (this.#counts[severity] <= MOST_FINDINGS) this.#findings.push(finding);
    else this.#firstDropped ??= finding;
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
    const all = [...this.#findings, ...this.#remainder()];
    const ordered = text === undefined ? all : all.sort((a, b) => a.at.start - b.at.start);
    return ordered.map((finding) => ({
      code: finding.code,
      severity: severityOf(finding),
      message: finding.message,
      path: basePointer + finding.pointer,
      range: positionOf && { start: positionOf(finding.at.start), end: positionOf(finding.at.end) },
      ...(finding.help !== undefined && { help: finding.help }),
    }));
  }

  /** Says how many findings were not kept. */
  #remainder(): readonly Finding[] {
    if (this.#firstDropped === undefined) return [];
    const { at, pointer } = this.#firstDropped;
    const more = this.#counts.error + this.#counts.warning - this.#findings.length;
    return [
      {
        code: 'too-many-findings',
        message: `found ${more} more errors and warnings than are listed`,
        at,
        pointer,
      },
    ];
  }
}

function severityOf(finding: Finding): DiagnosticSeverity {
  return finding.severity ?? DIAGNOSTIC_CODES[finding.code].severity;
}
