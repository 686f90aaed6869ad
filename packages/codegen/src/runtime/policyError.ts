/** What a program can get wrong that its types did not catch. */
export type PolicyErrorCode =
  | 'invalid-arn-part'
  | 'invalid-sid'
  | 'invalid-value'
  | 'no-actions'
  | 'no-values'
  | 'duplicate-condition'
  | 'duplicate-sid';

/** Thrown when a statement or an ARN cannot be what the program asks for. */
export class PolicyError extends Error {
  readonly code: PolicyErrorCode;

  constructor(code: PolicyErrorCode, message: string) {
    super(message);
    this.name = 'PolicyError';
    this.code = code;
  }
}
