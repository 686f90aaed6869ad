/** What can be wrong with a call: each code with its meaning. */
export const OPERATION_DIAGNOSTIC_CODES = {
  'unknown-operation': 'the catalog has no operation and no action of this name',
  'invalid-input': 'the input is not an object',
  'invalid-member': 'a member holds what the operation cannot take there',
  'missing-member': 'a member that names what the call is about is missing',
  'invalid-account': 'the account is not a number of 12 digits',
  'invalid-region': 'the Region is empty',
  contradiction: 'what is known of the account says otherwise than the policies or the context',
} as const;

/** A code of {@link OPERATION_DIAGNOSTIC_CODES}. */
export type OperationDiagnosticCode = keyof typeof OPERATION_DIAGNOSTIC_CODES;

/** Something that is wrong with a call. */
export interface OperationDiagnostic {
  readonly code: OperationDiagnosticCode;
  /** An error: the call cannot be made so, and is never allowed. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** JSON pointer into the call: `/operation`, `/input/taskDefinition`. */
  readonly path: string;
  readonly help?: string;
  /** ARN of the resource of which the world says otherwise. */
  readonly resource?: string;
}
