import { expect, test } from 'vitest';
import { callTo, identity, policyOf } from '../_testing/given.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import { mentionedKeys } from './mentionedKeys.ts';

test('mentionedKeys finds keys of conditions and variables, in resources and in values, in lower case', () => {
  const policy = policyOf(
    {
      Action: '*',
      Resource: ['*', 'arn:aws:s3:::docs/${aws:PrincipalTag/team}/*'],
      Condition: { StringLike: { 's3:prefix': ['all', 'home/${aws:username}/${*}'] } },
    },
    { Action: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
  );
  expect([...mentionedKeys(policy)].sort()).toEqual([
    'aws:principaltag/team',
    'aws:securetransport',
    'aws:username',
    's3:prefix',
  ]);
});

test('a key that only a variable of a resource asks for is what the answer depends on', () => {
  const policies = identity({ Action: 's3:*', Resource: 'arn:aws:s3:::docs/${aws:PrincipalTag/team}/*' });
  const get = callTo('s3:GetObject', { Bucket: 'docs', Key: 'blue/a' });
  const world = { keyOf: () => 'none' };
  expect(simulateOperation(policies, get, world)).toMatchObject({
    answer: 'Depends',
    unknown: ['aws:PrincipalTag/team'],
  });
  const of = (team: string) => ({ ...get, context: { 'aws:PrincipalTag/team': team } });
  expect(simulateOperation(policies, of('blue'), world).answer).toBe('Allow');
  expect(simulateOperation(policies, of('red'), world).answer).toBe('Denied');
});
