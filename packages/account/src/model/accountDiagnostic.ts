import type { Position } from '@policywright/policy';

/** What can be wrong with the files of a snapshot: each code with its meaning. */
export const ACCOUNT_DIAGNOSTIC_CODES = {
  'invalid-json': 'the text is not JSON, or ends too early',
  'invalid-shape': 'a value is not what the answer of the AWS command line has in its place',
  'invalid-policy': 'a policy document cannot be read',
  'missing-policy': 'a policy that is attached or referred to is in no file',
  'missing-group': 'a group that a user belongs to is in no file',
  'missing-target': 'a file of the organization is missing',
  'too-large': 'one element of the answer is larger than any that AWS gives',
  'named-twice': 'a principal, policy or resource is there twice, and not the same',
} as const;

/** A code of {@link ACCOUNT_DIAGNOSTIC_CODES}. */
export type AccountDiagnosticCode = keyof typeof ACCOUNT_DIAGNOSTIC_CODES;

/** Something that is wrong with a file of a snapshot. */
export interface AccountDiagnostic {
  readonly code: AccountDiagnosticCode;
  /** An error: something is left out. A warning: what depends on it is unknown. */
  readonly severity: 'error' | 'warning';
  /** Lower case, no final full stop, what was found in backticks. */
  readonly message: string;
  /** The file, as the caller named it. */
  readonly file: string;
  /** JSON pointer into the file: `/RoleDetailList/3/PermissionsBoundary`. */
  readonly path: string;
  /** Where the element begins that the pointer leads into. */
  readonly start: Position | undefined;
  readonly help?: string;
}
