import { expect, test } from 'vitest';
import { ACCOUNT, arnOf, readGiven } from '../_testing/given.ts';
import { AccountError, auditShard, mergeShards, printShard, readShard, shardActions } from '../index.ts';

const BUCKET = 'arn:aws:s3:::reports';
const { snapshot } = readGiven({
  users: {
    ada: { allow: [{ Action: ['s3:ListBucket', 's3:ListBucketVersions'] }] },
    bob: {
      allow: [{ Action: 's3:ListBucket', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
    },
    eve: {},
  },
  resources: [{ arn: BUCKET, account: ACCOUNT, tags: {} }],
});

function answersOf(count: number): readonly unknown[] {
  const merged = mergeShards(
    Array.from({ length: count }, (_, index) => auditShard(snapshot, { index, count })),
  );
  const names = (row: number): readonly string[] => shardActions(merged, row);
  return merged.answers
    .filter(([, resource]) => merged.resources[resource] === BUCKET)
    .map(([principal, , certain, possible]) => [
      merged.principals[principal],
      names(certain),
      names(possible),
    ]);
}

test('a shard has what its principals can do on each resource, and parts have together what the whole has', () => {
  const expected = [
    [
      arnOf('user', 'ada'),
      ['s3:ListBucket', 's3:ListBucketVersions'],
      ['s3:ListBucket', 's3:ListBucketVersions'],
    ],
    [arnOf('user', 'bob'), [], ['s3:ListBucket']],
  ];
  for (const count of [1, 2, 3, 5]) expect(answersOf(count)).toEqual(expected);
});

test('parts that are joined are, byte for byte, the whole', () => {
  // What a principal can do on `*` is asked before what others can do on the bucket.
  const given = readGiven({
    users: {
      ada: { allow: [{ Action: 's3:ListBucket' }] },
      bob: { allow: [{ Action: ['s3:ListAllMyBuckets', 's3:GetBucketPolicy'] }] },
      eve: { allow: [{ Action: ['sts:GetCallerIdentity', 's3:ListBucket'] }] },
    },
    resources: [{ arn: BUCKET, account: ACCOUNT, tags: {} }],
  });
  const whole = auditShard(given.snapshot, { index: 0, count: 1 });
  expect(whole.rows.length).toBeGreaterThan(2);
  for (const count of [2, 3, 7]) {
    const parts = Array.from({ length: count }, (_, index) => auditShard(given.snapshot, { index, count }));
    expect(printShard(mergeShards(parts))).toBe(printShard(whole));
  }
});

test('a shard that runs twice gives the same bytes, which read back', () => {
  const first = printShard(auditShard(snapshot, { index: 0, count: 2 }));
  expect(printShard(auditShard(snapshot, { index: 0, count: 2 }))).toBe(first);
  expect(readShard(first)).toEqual(auditShard(snapshot, { index: 0, count: 2 }));
});

test.each(['', 'null', '[]', '{"catalog":"1","principals":[1],"resources":[],"rows":[],"answers":[]}'])(
  '%j is no file of a shard',
  (text) => {
    expect(readShard(text)).toBeUndefined();
  },
);

test.each([
  [-1, 2],
  [2, 2],
  [0.5, 2],
  [0, 0],
])('there is no shard %d of %d', (index, count) => {
  expect(() => auditShard(snapshot, { index, count })).toThrow(AccountError);
});
