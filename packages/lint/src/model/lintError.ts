/** What a program did wrong. */
export type LintErrorCode =
  /** Two rules of a linter have the same id. */
  'repeated-rule';

/** Misuse of this package by a program; documents and configurations, however bad, never cause it. */
export class LintError extends Error {
  override readonly name = 'LintError';
  readonly code: LintErrorCode;

  constructor(code: LintErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
