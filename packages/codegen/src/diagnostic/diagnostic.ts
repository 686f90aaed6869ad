import { CODEGEN_DIAGNOSTIC_CODES, type CodegenDiagnosticCode } from './diagnosticCodes.ts';

/** A place in a text. */
export interface Position {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A part of a text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One finding about options, a choice of services or a generated file, as data. */
export interface CodegenDiagnostic {
  readonly code: CodegenDiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** Lower case, no final full stop, what was found in backticks. */
  readonly message: string;
  /** JSON pointer (RFC 6901) into the configuration; `''` where the finding is about a file. */
  readonly path: string;
  /** The file concerned, as the caller named it. */
  readonly file?: string;
  /** Absent where no text was read. */
  readonly range: Range | undefined;
  /** How to mend it. */
  readonly help?: string;
}

/** What a diagnostic has besides its code and message. */
export interface DiagnosticDetails {
  readonly path?: string;
  readonly file?: string | undefined;
  readonly range?: Range | undefined;
  readonly help?: string | undefined;
}

/**
 * Builds a diagnostic with the severity of its code.
 *
 * @param details - what is known of the place; `path` is `''` if not given.
 */
export function diagnostic(
  code: CodegenDiagnosticCode,
  message: string,
  { path = '', file, range, help }: DiagnosticDetails = {},
): CodegenDiagnostic {
  const { severity } = CODEGEN_DIAGNOSTIC_CODES[code];
  return {
    code,
    severity,
    message,
    path,
    ...(file === undefined ? {} : { file }),
    range,
    ...(help === undefined ? {} : { help }),
  };
}

/** Tells whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly CodegenDiagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
