import { describe, expect, test } from 'vitest';
import { readRequest } from './requestTable.ts';
import { readResource, readTests, readValue } from './requestValue.ts';

const member = (path: string, separator = '', form?: string): object => ({
  kind: 'member',
  path,
  form,
  separator,
});
const named = (path: string): object => ({ choices: [[member(path)]], otherwise: undefined });

describe('a resource of a request', () => {
  test('has its service, its types, and the members that name it', () => {
    expect(readResource('task-definition(taskDefinition)', 'ecs')).toEqual({
      service: 'ecs',
      types: ['task-definition'],
      typeMember: undefined,
      optional: false,
      values: [named('taskDefinition')],
      unless: undefined,
    });
    expect(readResource('iam/role|user?(Name,Path)', 'ecs')).toMatchObject({
      service: 'iam',
      types: ['role', 'user'],
      optional: true,
      values: [named('Name'), named('Path')],
    });
    expect(readResource('function_version(F)', 'lambda')?.types).toEqual(['function version']);
  });

  test('may be of any type, or of the type that a member tells, and be left out for another member', () => {
    expect(readResource('any(ResourceArn)', 'ecs')).toMatchObject({ types: [], typeMember: undefined });
    expect(readResource('<a/b>(Id)', 'ecs')).toMatchObject({ service: 'ecs', types: [], typeMember: 'a/b' });
    expect(readResource('cluster(a)^b', 'ecs')?.unless).toEqual(named('b'));
  });

  test('is none where the text has no such form', () => {
    for (const text of ['', 'cluster', 'cluster(a', '(a)', 'cluster(a)b'])
      expect([text, readResource(text, 'ecs')]).toEqual([text, undefined]);
  });
});

describe('a value of a request', () => {
  test('is one of several members, or a text, in parts', () => {
    expect(readValue('a|b')).toEqual({ choices: [[member('a')], [member('b')]], otherwise: undefined });
    expect(readValue('a=default')).toEqual({
      choices: [[member('a')]],
      otherwise: [{ kind: 'text', text: 'default' }],
    });
    expect(readValue('a~:b~/c').choices).toEqual([[member('a'), member('b', ':'), member('c', '/')]]);
    expect(readValue('a=x~*~?').otherwise).toEqual([
      { kind: 'text', text: 'x' },
      { kind: 'new' },
      { kind: 'unknown', separator: '' },
    ]);
  });

  test('is new, or not known, or has a form', () => {
    expect(readValue('*').choices).toEqual([[{ kind: 'new' }]]);
    expect(readValue('?').choices).toEqual([[{ kind: 'unknown', separator: '' }]]);
    expect(readValue('a~/?').choices).toEqual([[member('a'), { kind: 'unknown', separator: '/' }]]);
    expect(readValue('a#arn').choices).toEqual([[member('a', '', 'arn')]]);
    expect(readValue('a#nothing').choices).toEqual([[member('a')]]);
  });
});

test('tests are of members, some with the value that they need', () => {
  expect(readTests('a|b.c:x')).toEqual([
    { member: 'a', value: undefined },
    { member: 'b.c', value: 'x' },
  ]);
  expect(readTests('')).toEqual([]);
  expect(readTests(undefined)).toEqual([]);
});

describe('an entry of an operation', () => {
  const read = (...entries: readonly string[]): object => readRequest(entries, 'ecs');

  test('says that it names nothing, or what', () => {
    expect(read('*')).toMatchObject({ unnamed: true, resources: [] });
    expect(read('cluster(a)')).toMatchObject({ unnamed: false, resources: [{ types: ['cluster'] }] });
    expect(read('type:AWS::ECS::Cluster')).toMatchObject({ unnamed: false, resources: [] });
    expect(() => read('cluster')).toThrow('`cluster` is no entry of requests');
  });

  test('gives a context key the text or the ARN of members, which may be there otherwise', () => {
    expect(read('@ecs:cluster=cluster(a)', '@ecs:x!=b')).toMatchObject({
      keys: [
        { key: 'ecs:cluster', value: { kind: 'arn', of: { types: ['cluster'] } }, absentOtherwise: false },
        { key: 'ecs:x', value: { kind: 'text', of: named('b') }, absentOtherwise: true },
      ],
    });
  });

  test('asks for an action, always or for members, for itself or on', () => {
    expect(read('+TagResource?tags>cluster(a)', '&kms:Decrypt!>*', '+Run~a:x^b>*', '+Stop>*')).toMatchObject({
      actions: [
        {
          action: 'ecs:TagResource',
          need: 'thisCall',
          when: [{ member: 'tags', value: undefined }],
          unless: [],
          resource: { types: ['cluster'] },
          forwarded: false,
        },
        { action: 'kms:Decrypt', need: 'always', when: [], resource: undefined, forwarded: true },
        {
          action: 'ecs:Run',
          need: 'perhaps',
          when: [{ member: 'a', value: 'x' }],
          unless: [{ member: 'b', value: undefined }],
        },
        { action: 'ecs:Stop', need: undefined, when: [] },
      ],
    });
    expect(read('-Start', '-iam:PassRole')).toMatchObject({ never: ['ecs:Start', 'iam:PassRole'] });
  });

  test('encrypts with a key that a member names, or that of a resource, with a pair of the context', () => {
    expect(read('%kms:Decrypt,kms:Encrypt<keyId')).toMatchObject({
      encryption: [
        {
          actions: ['kms:Decrypt', 'kms:Encrypt'],
          member: 'keyId',
          resource: undefined,
          when: [],
          unless: [],
          context: undefined,
        },
      ],
    });
    expect(read('%kms:Decrypt<cluster(a)^b?c:d~e=cluster(f)')).toMatchObject({
      encryption: [
        {
          member: undefined,
          resource: { types: ['cluster'] },
          unless: [{ member: 'b', value: undefined }],
          when: [{ member: 'c', value: 'd' }],
          context: { key: 'e', of: { values: [named('f')] } },
        },
      ],
    });
    expect(() => read('%nothing')).toThrow('`nothing` is no entry of a key');
  });

  test('passes the role of a resource, a profile, and makes service-linked roles', () => {
    expect(read('pass<cluster(a)@ecs-tasks', 'pass?<cluster(b)@ecs')).toMatchObject({
      passedRoles: [
        { resource: { types: ['cluster'], optional: false }, passedTo: 'ecs-tasks.amazonaws.com' },
        { resource: { optional: true, values: [named('b')] }, passedTo: 'ecs.amazonaws.com' },
      ],
    });
    expect(read('profile:a.b|c')).toMatchObject({ instanceProfiles: ['a.b', 'c'] });
    expect(read('slr:ecs', 'slr:spot?a:x')).toMatchObject({
      linkedRoles: [
        { servicePrincipal: 'ecs.amazonaws.com', when: [] },
        { servicePrincipal: 'spot.amazonaws.com', when: [{ member: 'a', value: 'x' }] },
      ],
    });
  });
});
