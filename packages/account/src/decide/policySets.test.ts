import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { expect, test } from 'vitest';
import { arnOf, readGiven } from '../_testing/given.ts';
import { PolicySets } from './policySets.ts';

/** A policy of an Allow, read anew each time. */
function policyOf(Action: string): Policy {
  const { snapshot } = readGiven({ users: { ada: { allow: [{ Action }] } } });
  const [policy] =
    snapshot.accounts[0]?.principals.find(({ arn }) => arn === arnOf('user', 'ada'))?.policies ?? [];
  if (policy === undefined) throw new Error('the user has it');
  return policy.policy;
}

const [s3, sqs] = [policyOf('s3:*'), policyOf('sqs:*')];
const SET: PolicySet = { identity: [s3], boundary: [s3], scps: [[s3]], rcps: [[s3]], flags: {} };

test('sets that say the same are one object, whatever their order', () => {
  const sets = new PolicySets();
  const one = sets.of({ ...SET, identity: [s3, sqs] });
  expect(sets.of({ ...SET, identity: [policyOf('sqs:*'), s3, policyOf('s3:*')] })).toBe(one);
  expect(one).toEqual({ ...SET, identity: [s3, sqs] });
});

test.each<[string, PolicySet]>([
  ['identity-based policies', { ...SET, identity: [sqs] }],
  ['a boundary', { ...SET, boundary: [sqs] }],
  ['no boundary', { ...SET, boundary: undefined }],
  ['service control policies', { ...SET, scps: [[sqs]] }],
  ['a level more', { ...SET, scps: [[s3], [s3]] }],
  ['no levels', { ...SET, scps: undefined }],
  ['resource control policies', { ...SET, rcps: [[sqs]] }],
  ['another place in the organization', { ...SET, flags: { principalInManagementAccount: true } }],
])('a set with %s is another', (_, other) => {
  const sets = new PolicySets();
  expect(sets.of(other)).not.toBe(sets.of(SET));
});
