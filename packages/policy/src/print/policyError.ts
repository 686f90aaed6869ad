/** Misuse of this package by a program; documents, however bad, never cause it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** What was misused: `repeated-condition`, a statement that holds one operator and key twice. */
  readonly code: 'repeated-condition';

  constructor(code: PolicyError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
