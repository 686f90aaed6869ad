import { expect, test } from 'vitest';
import { defaultKeyPolicy } from './defaultKeyPolicy.ts';

test('S171: the default key policy allows all of KMS to the account, on the key', () => {
  const { name, version, statements } = defaultKeyPolicy('111122223333');
  expect([name, version]).toEqual(['default key policy', '2012-10-17']);
  expect(statements).toMatchObject([
    {
      effect: 'Allow',
      principal: { negated: false, entries: [{ kind: 'AWS', value: 'arn:aws:iam::111122223333:root' }] },
      action: { negated: false, values: ['kms:*'] },
      resource: { negated: false, values: ['*'] },
      conditions: [],
    },
  ]);
});

test('it is of the partition that is told', () => {
  const [statement] = defaultKeyPolicy('111122223333', 'aws-us-gov').statements;
  expect(statement?.principal?.entries[0]?.value).toBe('arn:aws-us-gov:iam::111122223333:root');
});

test.each([
  ['12', 'aws'],
  ['', 'aws'],
  ['*', 'aws'],
  ['111122223333', '*'],
  ['111122223333', ''],
])('of the account %j in the partition %j it lets nobody in', (account, partition) => {
  const [statement] = defaultKeyPolicy(account, partition).statements;
  expect(statement?.principal?.entries[0]?.value).toBe('nobody');
});
