import { defaultKeyPolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { compile, type KmsGrant, type Request } from '../index.ts';

const ada = 'arn:aws:iam::111122223333:user/ada';
const source = 'arn:aws:s3:::ledger';

function decide(grant: Partial<KmsGrant>, context: Request['context']): string {
  const grants = [{ grantee: ada, operations: ['Decrypt'], ...grant }];
  const resource = 'arn:aws:kms:eu-west-1:111122223333:key/k';
  const request = { principal: ada, action: 'kms:Decrypt', resource, context };
  return compile({ resource: defaultKeyPolicy('111122223333'), grants }).decide(request);
}

describe('S208: the pairs of an encryption context', () => {
  test.each([
    ['the same', { 'kms:EncryptionContext:Department': 'IT' }, 'Allow'],
    ['the prefix in another case', { 'KMS:encryptionContext:Department': 'IT' }, 'Allow'],
    ['the name in another case', { 'kms:EncryptionContext:department': 'IT' }, 'ImplicitDeny'],
    ['the value in another case', { 'kms:EncryptionContext:Department': 'it' }, 'ImplicitDeny'],
    [
      'a second one that differs in case',
      { 'kms:EncryptionContext:Department': 'IT', 'kms:EncryptionContext:department': 'IT' },
      'ImplicitDeny',
    ],
  ])('%s', (...[, context, expected]) => {
    expect(decide({ encryptionContextEquals: { Department: 'IT' } }, context)).toBe(expected);
  });

  test('may be more where some are asked for', () => {
    const context = { 'kms:EncryptionContext:Department': 'IT', 'kms:EncryptionContext:department': 'x' };
    expect(decide({ encryptionContextSubset: { Department: 'IT' } }, context)).toBe('Allow');
  });
});

test('S208: a source that the context gives twice with different values is not known', () => {
  expect(decide({ sourceArn: source }, { 'AWS:SourceArn': source })).toBe('Allow');
  expect(decide({ sourceArn: source }, { 'aws:SourceArn': 'other', 'AWS:SourceArn': source })).toBe(
    'ImplicitDeny',
  );
});

test('S208: a grant is of a key, and says nothing of another resource', () => {
  const grants = [{ grantee: ada, operations: ['Decrypt'] }];
  const ask = (resource: string): string =>
    compile({ resource: defaultKeyPolicy('444455556666'), grants }).decide({
      principal: ada,
      action: 'kms:Decrypt',
      resource,
    });
  expect(ask('arn:aws:kms:eu-west-1:444455556666:key/k')).toBe('Allow');
  expect(ask('arn:aws:kms:eu-west-1:444455556666:alias/k')).toBe('ImplicitDeny');
  expect(ask('*')).toBe('ImplicitDeny');
});

test('S208: a pair that two spellings of its key give different values is not known', () => {
  const context = { 'kms:EncryptionContext:a': '1', 'KMS:EncryptionContext:a': '2' };
  expect(decide({ encryptionContextSubset: { a: '2' } }, context)).toBe('ImplicitDeny');
});
