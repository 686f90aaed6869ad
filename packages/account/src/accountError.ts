/** What a program can do wrong with an audit. */
export type AccountErrorCode = 'unknown-principal' | 'invalid-shard';

/** Thrown where a program asks for what there is not; what files hold is never thrown. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly code: AccountErrorCode;

  /**
   * @param code - stable.
   * @param message - what was wrong.
   */
  constructor(code: AccountErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
