import { expect, test } from 'vitest';
import { resourceApplies } from './resourceElement.ts';
import type { ResourceScope } from './resourceScope.ts';

const scope: ResourceScope = {
  context: { 'aws:username': 'a:b' },
  variables: true,
  effect: 'Allow',
  layer: 'identity',
  options: {},
};

function covers(pattern: string, resource: string, changes: Partial<ResourceScope> = {}): boolean {
  const element = { negated: false, values: [pattern] };
  return resourceApplies({ element, resource }, { ...scope, ...changes }) === 'true';
}

function spares(pattern: string, resource: string, changes: Partial<ResourceScope> = {}): boolean {
  const element = { negated: true, values: [pattern] };
  return resourceApplies({ element, resource }, { ...scope, ...changes }) === 'false';
}

test.each([
  ['S46: star covers star', '*', '*', true],
  ['S47: an ARN does not cover star', 'arn:aws:s3:::*', '*', false],
  ['S43: an empty segment matches only an empty one', 'arn:aws:s3:::b', 'arn:aws:s3:us-east-1::b', false],
  ['S48: star runs across slashes', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/1/2/test/3/x', true],
  ['S48: star may be empty', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b//test/x', true],
  ['S48: not without the slash', 'arn:aws:s3:::b/*/test/*', 'arn:aws:s3:::b/test/x', false],
  ['S49: a question mark is one character', 'arn:aws:s3:::b?', 'arn:aws:s3:::b', false],
  [
    'S50: a star at the end of a segment may run on',
    'arn:aws:ecs:us-east-1:*',
    'arn:aws:ecs:us-east-1:1:cluster/c',
    true,
  ],
  ['S50: also before a colon', 'arn:aws:ecs:*:cluster/c', 'arn:aws:ecs:us-east-1:1:cluster/c', false],
  ['S51: a star inside a segment stays inside', 'arn:aws:ecs:us-*-1:2:c', 'arn:aws:ecs:us-x:y-1:2:c', false],
  [
    'S51: any wildcard of the resource part may match a colon',
    'arn:aws:ecs:::a?b',
    'arn:aws:ecs:::a:b',
    true,
  ],
  ['S51: a question mark elsewhere may not', 'arn:aws:e?::a:b', 'arn:aws:e:::a:b', false],
  ['S52: missing fields are stars', 'arn:aws:sqs', 'arn:aws:sqs:us-east-1:1:jobs', true],
  ['S53: case counts', 'arn:aws:iam::1:user/bob', 'arn:aws:iam::1:user/Bob', false],
  ['S55: no wildcard is exact', 'arn:aws:s3:::b', 'arn:aws:s3:::b/k', false],
  ['S114: a variable in the resource part', 'arn:aws:s3:::${aws:username}', 'arn:aws:s3:::a:b', true],
  ['S115: no variable before the fifth colon', 'arn:aws:s3::${aws:username}:x', 'arn:aws:s3::a:b:x', false],
  ['S119: unresolved covers nothing', 'arn:aws:s3:::${aws:none}*', 'arn:aws:s3:::x', false],
])('%s', (...[, pattern, resource, expected]) => {
  expect(covers(pattern, resource)).toBe(expected);
});

test('S52: in a resource policy missing fields match nothing', () => {
  expect(covers('arn:aws:sqs', 'arn:aws:sqs:us-east-1:1:jobs', { layer: 'resource' })).toBe(false);
});

test('S52: what widens an identity policy covers no empty field, unless a star is taken literally', () => {
  expect(covers('arn:aws:s3', 'arn:aws:s3:::b')).toBe(false);
  expect(covers('arn:aws:s3', 'arn:aws:s3:::b', { effect: 'Deny' })).toBe(true);
  expect(covers('arn:aws:s3', 'arn:aws:s3:::b', { options: { shortArn: 'wildcard' } })).toBe(true);
  expect(spares('arn:aws:s3', 'arn:aws:s3:::b')).toBe(true);
  expect(spares('arn:aws:s3', 'arn:aws:s3:::b', { effect: 'Deny' })).toBe(false);
});

test('S209: a resource policy of API Gateway may leave out the ARN of its API', () => {
  const api = 'arn:aws:execute-api:us-east-1:1:abc/prod/GET/pets';
  expect(covers('execute-api:/prod/*/pets', api, { layer: 'resource' })).toBe(true);
  expect(covers('execute-api:/test/*', api, { layer: 'resource' })).toBe(false);
  expect(covers('execute-api:/*', api)).toBe(false);
  expect(covers('execute-api:/*', 'arn:aws:s3:::abc/x', { layer: 'resource' })).toBe(false);
});

test('S52: in an SCP missing fields grant less', () => {
  expect(covers('arn:aws:sqs', 'arn:aws:sqs:us-east-1:1:jobs', { layer: 'scps' })).toBe(false);
  expect(covers('arn:aws:sqs', 'arn:aws:sqs:us-east-1:1:jobs', { layer: 'scps', effect: 'Deny' })).toBe(true);
});

test('S58: an unresolved NotResource entry keeps an Allow from applying and a Deny applying', () => {
  expect(spares('arn:aws:s3:::${aws:none}', 'arn:aws:s3:::x')).toBe(true);
  expect(spares('arn:aws:s3:::${aws:none}', 'arn:aws:s3:::x', { effect: 'Deny' })).toBe(false);
});

test('S3: without version 2012 a variable is plain text', () => {
  expect(covers('arn:aws:s3:::${aws:username}', 'arn:aws:s3:::${aws:username}', { variables: false })).toBe(
    true,
  );
});
