/**
 * A grant of a KMS key: it allows operations to one grantee beside all policies, and denies nothing.
 *
 * Source: "Grants in AWS KMS" and its neighbours, read 2026-11-29; rule S208.
 */
export interface KmsGrant {
  /** The ARN of a user, role, role session or federated user, of any account, or that of an account's root user. */
  readonly grantee: string | { readonly service: string };
  /** Names as in the grant: `Decrypt`, `GenerateDataKey`. Only grant operations count. */
  readonly operations: readonly string[];
  /** Pairs that the request's encryption context must have, and no others. */
  readonly encryptionContextEquals?: Readonly<Record<string, string>> | undefined;
  /** Pairs that the request's encryption context must have among others. */
  readonly encryptionContextSubset?: Readonly<Record<string, string>> | undefined;
  /** What `aws:SourceArn` must be. */
  readonly sourceArn?: string | undefined;
}

/** What a grant may hold, by the names of the operations (rule S208). */
export const GRANT_OPERATIONS: readonly string[] = [
  'CreateGrant',
  'Decrypt',
  'DeriveSharedSecret',
  'DescribeKey',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'GetPublicKey',
  'ReEncryptFrom',
  'ReEncryptTo',
  'RetireGrant',
  'Sign',
  'Verify',
  'VerifyMac',
];
