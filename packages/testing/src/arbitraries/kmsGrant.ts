import type { KmsGrant } from '@policywright/evaluator';
import * as fc from 'fast-check';
import { FEDERATED, SERVICES, SESSION, USER } from './_internals/alphabet.ts';

const GRANTEES: readonly KmsGrant['grantee'][] = [
  USER,
  SESSION,
  'arn:aws:iam::111122223333:role/deploy',
  'arn:aws:iam::444455556666:user/dave',
  'arn:aws:iam::444455556666:role/audit',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::444455556666:root',
  FEDERATED,
  { service: SERVICES[0] },
];

const OPERATIONS = ['Decrypt', 'DescribeKey', 'GenerateMac', 'CreateGrant', 'RetireGrant', 'Encrypt'];

type Constraints = Omit<KmsGrant, 'grantee' | 'operations'>;

const CONSTRAINTS: readonly Constraints[] = [
  {},
  { encryptionContextEquals: { team: 'a' } },
  { encryptionContextSubset: { team: 'a' } },
  { encryptionContextEquals: { team: 'a', stage: 'b' } },
  { encryptionContextEquals: {} },
  { sourceArn: 'arn:aws:sns:us-east-1:111122223333:t' },
];

/**
 * Grants of a KMS key, to callers that generated requests have.
 *
 * @returns an arbitrary that shrinks to one that lets a user decrypt.
 */
export function kmsGrant(): fc.Arbitrary<KmsGrant> {
  return fc
    .tuple(
      fc.constantFrom(...GRANTEES),
      fc.uniqueArray(fc.constantFrom(...OPERATIONS), { minLength: 1, maxLength: 4 }),
      fc.oneof(
        { arbitrary: fc.constant({}), weight: 1 },
        { arbitrary: fc.constantFrom(...CONSTRAINTS), weight: 1 },
      ),
    )
    .map(([grantee, operations, constraints]) => ({ grantee, operations, ...constraints }));
}
