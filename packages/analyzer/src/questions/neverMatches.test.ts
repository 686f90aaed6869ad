import { expect, test } from 'vitest';
import { AWS } from '../aws/awsUniverse.ts';
import { allow, policies } from './_testing/statements.ts';
import { neverMatches } from './neverMatches.ts';

test('where actions and resources do not fit, no condition is to blame, though it be never met', () => {
  const never = {
    StringEquals: { 'aws:RequestedRegion': 'a' },
    StringNotEquals: { 'aws:RequestedRegion': 'a' },
  };
  const [policy] = policies(allow('ec2:RunInstances', 'arn:aws:s3:::b/*', never));
  const [statement] = policy?.statements ?? [];
  if (policy === undefined || statement === undefined) throw new Error('no statement');
  expect(neverMatches(policy, statement, { universe: AWS })).toEqual({
    outcome: 'never',
    because: { blamed: [{ element: 'Action' }, { element: 'Resource' }], universe: 'aws' },
  });
});
