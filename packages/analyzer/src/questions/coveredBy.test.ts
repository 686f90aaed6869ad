import type { Statement } from '@policywright/policy';
import { expect, test } from 'vitest';
import { allow, policies } from './_testing/statements.ts';
import { coveredBy, type Covering } from './coveredBy.ts';

/** Whether statements cover the first of a policy. */
function covering(...statements: readonly object[]): {
  readonly covering: Covering;
  readonly others: readonly Statement[];
} {
  const [policy] = policies(...statements);
  const [first, ...others] = policy?.statements ?? [];
  if (policy === undefined || first === undefined) throw new Error('no statement');
  return { covering: coveredBy(first, others, { policy }), others };
}

const TAG = 'aws:PrincipalTag/a';

test('statements cover another together, and those that it does not take are not named', () => {
  const { covering: found, others } = covering(
    allow(['s3:GetObject', 's3:PutObject']),
    allow('s3:ListBucket'),
    allow('s3:Get*'),
    allow('s3:Put*', '*', { StringEquals: { [TAG]: 'b' } }),
    allow('s3:Put*', '*', { StringNotEquals: { [TAG]: 'b' } }),
  );
  // A key with several values is undecided either way (S87), so that the last two do not cover all.
  expect(found).toEqual({ outcome: 'not-covered' });
  const both = covering(
    allow(['s3:GetObject', 's3:PutObject']),
    allow('s3:ListBucket'),
    allow('s3:Get*'),
    allow('s3:Put*'),
  );
  expect(both.covering).toEqual({ outcome: 'covered', by: both.others.slice(1) });
  expect(others).toHaveLength(4);
});

test('a statement that no request matches is covered by none', () => {
  const never = { StringEquals: { [TAG]: 'b' }, StringNotEquals: { [TAG]: 'b' } };
  expect(covering(allow('s3:GetObject', '*', never), allow('s3:*')).covering).toEqual({
    outcome: 'not-covered',
  });
});
