import { expect, test } from 'vitest';
import { canHaveKey, findActions, search } from '../index.ts';

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

test('several words of a name are found when they are typed as one', () => {
  expect(search('accesskey', { kinds: ['action'] }).map(({ name }) => name)).toContain('iam:CreateAccessKey');
  expect(first('sendvoicemessage')).toBe('sms-voice:SendVoiceMessage');
});

test('where something has the words as they are, nothing is taken for misspelt', () => {
  expect(search('unmask').map(({ name }) => name)).toContain('logs:Unmask');
  expect(search('runtask').map(({ name }) => name)).not.toContain('logs:Unmask');
  expect(search('runtasq').map(({ name }) => name)).toContain('ecs:RunTask');
});

test('a service is found by its name, before what belongs to it', () => {
  expect(first('elastic container service')).toBe('ecs');
  expect(search('dynamodb', { limit: 2 }).map(({ name }) => name)).toEqual(['dynamodb', 'dynamodb:Scan']);
  const services = search('service', { kinds: ['service'], limit: 1000 }).map(({ name }) => name);
  expect(services.length).toBeGreaterThan(40);
  expect(services.length).toBe(new Set(services).size);
});

test('of a word said twice, one counts', () => {
  expect(search('task task')).toEqual(search('task'));
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
  expect(search('run', { kinds: [] })).toEqual([]);
});

test('there are at most as many hits as wanted, the nearest first', () => {
  const hits = search('get', { limit: 5 });
  expect(hits).toHaveLength(5);
  expect(search('get')).toHaveLength(20);
  expect(search('get').slice(0, 5)).toEqual(hits);
  expect(hits.every((hit, index) => index === 0 || (hits[index - 1]?.score ?? 0) >= hit.score)).toBe(true);
  const all = search('get', { limit: Number.POSITIVE_INFINITY });
  expect(all.length).toBeGreaterThan(3000);
  expect(all.slice(0, 5)).toEqual(hits);
  for (const limit of [0, -1, Number.NaN]) expect(search('get', { limit })).toEqual([]);
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

test('S75: a key as a policy writes it is that of its template; a resource type brings its own keys', () => {
  expect(canHaveKey('ecs:RunTask', 'ecs:ResourceTag/team')).toBe(true);
  expect(canHaveKey('ecs:runtask', 'ECS:resourcetag/${TagKey}')).toBe(true);
  expect(canHaveKey('ecs:ListClusters', 'aws:ResourceTag/team')).toBe(false);
  expect(canHaveKey('ecs:ListClusters', 'aws:SourceIp')).toBe(true);
  expect(canHaveKey('ecs:Nope', 'aws:SourceIp')).toBe(false);
  const tagged = findActions({ service: 'ecs', conditionKey: 'aws:RequestTag/team' });
  expect(tagged.map(({ name }) => name)).toContain('CreateCluster');
  expect(tagged.map(({ name }) => name)).not.toContain('DeleteCluster');
});

test('all parts of a query hold together; permission-only is a fact, not a guess', () => {
  expect(findActions({ service: 'ecs', permissionOnly: true }).map(({ name }) => name)).toContain('Poll');
  expect(findActions({ service: 'ecs', permissionOnly: true, wildcardOnly: true })).toEqual([]);
  expect(findActions({ service: 'nope' })).toEqual([]);
});
