import type { DiagnosticCode } from './diagnosticCodes.ts';

/** `error`: the document has no policy to evaluate. `warning`: it evaluates, though AWS would not save it. */
export type DiagnosticSeverity = 'error' | 'warning';

/** A place in a text. */
export interface Position {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  /** From 1; lines end at LF, CR LF or CR. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** A part of a text; `end` is exclusive, and equals `start` where something is missing. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One finding about a document, as data. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: DiagnosticSeverity;
  /** Lower case, no final full stop, what was found in backticks. */
  readonly message: string;
  /** JSON pointer (RFC 6901) of the element concerned; where one is missing, of the object that lacks it. */
  readonly path: string;
  /** Absent for documents that were not read from text. */
  readonly range: Range | undefined;
  /** How to mend it. */
  readonly help?: string;
}
