import { expect, test } from 'vitest';
import { GRANT_OPERATIONS } from '../request/kmsGrant.ts';
import { RCP_SERVICES } from './rcpServices.ts';
import { serviceRulesOf } from './serviceRules.ts';

const ACTIONS = [
  'kms:decrypt',
  'kms:retiregrant',
  's3:getobject',
  'sts:assumerole',
  'sts:assumeroot',
  'iam:deleterole',
];

test('service rules have names of their own, in words, and the rules that they follow', () => {
  const rules = new Set(ACTIONS.flatMap((action) => serviceRulesOf(action, action.split(':')[0] ?? '')));
  expect(rules.size).toBeGreaterThan(8);
  expect(new Set([...rules].map(({ name }) => name)).size).toBe(rules.size);
  for (const { name, rules: numbers } of rules) {
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect([name, numbers]).toEqual([name, expect.arrayContaining([expect.stringMatching(/^S\d+$/)])]);
  }
});

test('S169: the services under resource control policies are prefixes, each once', () => {
  for (const service of RCP_SERVICES) expect(service).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  for (const service of ['s3', 'sts', 'kms', 'sqs', 'secretsmanager'])
    expect([...RCP_SERVICES]).toContain(service);
  expect(RCP_SERVICES.has('iam')).toBe(false);
});

test('S208: a grant may hold these operations and no others', () => {
  expect(GRANT_OPERATIONS).toEqual([
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
  ]);
});
