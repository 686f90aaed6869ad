/** What a program did wrong. */
export type PolicyErrorCode =
  /** A statement holds one operator and key twice. */
  | 'repeated-condition'
  /** A list without values, which the language does not have. */
  | 'empty-list'
  /** An element beside its negation. */
  | 'conflicting-elements'
  /** A built document has errors. */
  | 'invalid-document';

/** Misuse of this package by a program; documents, however bad, never cause it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: PolicyErrorCode;

  constructor(code: PolicyErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
