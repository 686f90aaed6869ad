import { expect, test } from 'vitest';
import { eventOperation } from './eventOperation.ts';

test('members that decide on resources and tags are those of a call, as events spell them', () => {
  expect(eventOperation('ec2.amazonaws.com', 'CreateSnapshot')).toEqual({
    operation: 'ec2:CreateSnapshot',
    members: ['tagSpecifications', 'volumeId'],
  });
});

test('the version of an API behind a name is no part of it, and what nobody knows has no members', () => {
  expect(eventOperation('lambda.amazonaws.com', 'Invoke20150331').operation).toBe('lambda:Invoke');
  expect(eventOperation('ssm.amazonaws.com', 'NoSuchCall')).toEqual({ operation: undefined, members: [] });
});
