import { parsePolicy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { namedCallers, type NamedCallers } from './namedCallers.ts';

function named(...statements: readonly object[]): NamedCallers {
  const Statement = statements.map((statement) => ({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: '*',
    ...statement,
  }));
  const result = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return namedCallers(result.policy.statements.map((source) => ({ source })));
}

test('each kind of principal has its list, and those of ARNs their accounts', () => {
  const iam = 'arn:aws:iam::111122223333';
  const sts = 'arn:aws-cn:sts::444455556666';
  const found = named({
    Principal: {
      AWS: [
        '777788889999',
        `${iam}:user/alice`,
        `${iam}:role/deploy`,
        `${sts}:assumed-role/deploy/run1`,
        `${sts}:federated-user/carol`,
        'AIDAEXAMPLE',
        '*',
      ],
      Service: 'sns.amazonaws.com',
      Federated: 'accounts.google.com',
      CanonicalUser: '79a59df900b949e5',
    },
  });
  expect(found).toEqual({
    accounts: new Set(['777788889999', '111122223333', '444455556666']),
    partitions: new Set(['aws', 'aws-cn']),
    users: new Set([`${iam}:user/alice`]),
    roles: new Set([`${iam}:role/deploy`]),
    roleSessions: new Set([`${sts}:assumed-role/deploy/run1`]),
    federatedSessions: new Set([`${sts}:federated-user/carol`]),
    uniqueIds: new Set(['AIDAEXAMPLE']),
    services: new Set(['sns.amazonaws.com']),
    providers: new Set(['accounts.google.com']),
    canonicalUsers: new Set(['79a59df900b949e5']),
  });
});

test.each([
  ['aws:PrincipalAccount', '444455556666'],
  ['kms:CallerAccount', '444455556666'],
  ['aws:PrincipalArn', 'arn:aws:iam::444455556666:role/*'],
  ['aws:userid', '444455556666:carol'],
])('a condition on %s names an account: %s', (key, value) => {
  expect(named({ Condition: { StringLike: { [key]: value } } }).accounts).toEqual(new Set(['444455556666']));
});

test('a condition on a key that is not of the caller names nobody, but a partition', () => {
  const condition = { ArnLike: { 'aws:SourceArn': 'arn:aws-us-gov:sns:*:444455556666:x' } };
  const { accounts, partitions } = named({ Condition: condition });
  expect(accounts).toEqual(new Set());
  expect(partitions).toEqual(new Set(['aws', 'aws-us-gov']));
});

test('a pattern of partitions names all that there are', () => {
  const all = named({ Resource: 'arn:aws*:s3:::docs/*' }).partitions;
  expect([...all]).toEqual(expect.arrayContaining(['aws', 'aws-cn', 'aws-us-gov']));
  for (const Resource of ['arn:*:s3:::docs/*', '*'])
    expect(named({ Resource }).partitions).toEqual(new Set(['aws']));
});
