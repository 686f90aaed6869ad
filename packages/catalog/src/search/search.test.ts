import { expect, test } from 'vitest';
import { findActions, search } from '../index.ts';

const first = (text: string): string | undefined => search(text)[0]?.name;

test('words are found in any order and letter case, with the service or without', () => {
  expect(first('run task')).toBe('ecs:RunTask');
  expect(first('TASK run ecs')).toBe('ecs:RunTask');
  expect(first('ecs:RunTask')).toBe('ecs:RunTask');
});

test('misspelt words and heads of words are found', () => {
  expect(first('ecs:RunTsak')).toBe('ecs:RunTask');
  expect(search('dynamo create tabel').map(({ name }) => name)).toContain('dynamodb:CreateTable');
});

test('names typed in lower case, as one word, are found, misspelt too', () => {
  expect(first('ecs:runtask')).toBe('ecs:RunTask');
  expect(first('ecs runtsak')).toBe('ecs:RunTask');
  expect(search('passrole').map(({ name }) => name)).toContain('iam:PassRole');
});

test('a service is found by its name', () => {
  expect(search('elastic container service', { kinds: ['service'] }).map(({ name }) => name)).toContain(
    'ecs',
  );
});

test('resource types and condition keys are found, and global keys too', () => {
  expect(search('task definition', { kinds: ['resourceType'] })[0]).toMatchObject({
    name: 'ecs:task-definition',
  });
  expect(search('source vpce', { kinds: ['conditionKey'] })[0]).toMatchObject({
    name: 'aws:SourceVpce',
    service: 'aws',
  });
});

test('what has one of the words only is not found', () => {
  expect(search('run xyzzyplugh')).toEqual([]);
  expect(search('')).toEqual([]);
  expect(search('run '.repeat(50))).toEqual([]);
});

test('there are at most as many hits as wanted, the nearest first', () => {
  const hits = search('get', { limit: 5 });
  expect(hits).toHaveLength(5);
  expect(hits.every((hit, index) => index === 0 || (hits[index - 1]?.score ?? 0) >= hit.score)).toBe(true);
});

test('actions are found by access level, resource type and condition key', () => {
  const names = findActions({ service: 'ecs', resourceType: 'task-definition' }).map(({ name }) => name);
  expect(names).toContain('RunTask');
  expect(names).not.toContain('ListClusters');
  const managed = findActions({ service: 's3', accessLevel: 'Permissions management' });
  expect(managed.map(({ name }) => name)).toContain('PutBucketPolicy');
  expect(managed.every((action) => action.accessLevels.includes('Permissions management'))).toBe(true);
});

test('S73: a condition key is looked for in any letter case, at the action and at its resources', () => {
  const byKey = findActions({ conditionKey: 'ECS:Cluster' });
  expect(byKey.map(({ fullName }) => fullName)).toContain('ecs:RunTask');
  expect(byKey.every(({ service }) => service === 'ecs')).toBe(true);
});

test('all parts of a query hold together; permission-only is a fact, not a guess', () => {
  expect(findActions({ service: 'ecs', permissionOnly: true }).map(({ name }) => name)).toContain('Poll');
  expect(findActions({ service: 'ecs', permissionOnly: true, wildcardOnly: true })).toEqual([]);
  expect(findActions({ service: 'nope' })).toEqual([]);
});
