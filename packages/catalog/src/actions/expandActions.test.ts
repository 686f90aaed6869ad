import { compileGlob } from '@policywright/arn';
import { expect, test } from 'vitest';
import { catalogInfo, expandActions, getService, services } from '../index.ts';

test('S62: `*` alone is every action of every service', () => {
  expect(expandActions('*')).toHaveLength(catalogInfo.counts.actions);
});

test('S65: `*:*` is every action, and a wildcard in the prefix stays on its side of the colon', () => {
  expect(expandActions('*:*')).toEqual(expandActions('*'));
  expect(expandActions('ec*:RunTask')).toEqual(['ecs:RunTask']);
  expect(expandActions('ec*RunTask')).toEqual([]);
});

test('S61: prefix and name compare without case, and the result has the spelling of AWS', () => {
  expect(expandActions('ECS:runtask')).toEqual(['ecs:RunTask']);
  expect(expandActions('ecs:RUN*')).toEqual(['ecs:RunTask']);
});

test('S63: wildcards stand anywhere and several times in the name', () => {
  expect(expandActions('iam:*AccessKey*')).toEqual([
    'iam:CreateAccessKey',
    'iam:DeleteAccessKey',
    'iam:GetAccessKeyLastUsed',
    'iam:ListAccessKeys',
    'iam:UpdateAccessKey',
  ]);
});

test('S64: `?` stands for exactly one character', () => {
  expect(expandActions('ecs:RunTas?')).toEqual(['ecs:RunTask']);
  expect(expandActions('ecs:RunTask?')).toEqual([]);
});

test('S66: a pattern is anchored at both ends', () => {
  expect(expandActions('s3:GetObjec')).toEqual([]);
  expect(expandActions('s3:etObject')).toEqual([]);
  expect(expandActions('s3:GetObject')).toEqual(['s3:GetObject']);
});

test('S68: whitespace counts and an empty name matches nothing', () => {
  expect(expandActions('s3:GetObject ')).toEqual([]);
  expect(expandActions('s3:')).toEqual([]);
  expect(expandActions('')).toEqual([]);
});

test('S69: what the catalog does not know gives nothing', () => {
  expect(expandActions('nope:*')).toEqual([]);
  expect(expandActions('ecs:Nope')).toEqual([]);
});

test('the wildcard of one service gives its actions in code point order', () => {
  expect(expandActions('ecs:*')).toEqual(getService('ecs')?.actions.map((action) => action.fullName));
  expect(expandActions('*')).toEqual([...expandActions('*')].sort(byServiceThenName));
});

function byServiceThenName(a: string, b: string): number {
  const order = services().map((service) => service.prefix);
  const prefixes = [a, b].map((name) => order.indexOf(name.slice(0, name.indexOf(':'))));
  return (prefixes[0] ?? 0) - (prefixes[1] ?? 0) || (a < b ? -1 : 1);
}

test('S63, S61: every form of pattern matches as the general matcher does', () => {
  const names = expandActions('sqs:*').concat(expandActions('dynamodb:*'));
  for (const pattern of [
    '*',
    'G*',
    '*e',
    'get*s',
    '*TABLE*',
    '**',
    '*a*b*',
    '?et*',
    '*Tag?*',
    'Ge*e',
    'GetItem*',
    '*GetItem',
  ]) {
    const matcher = compileGlob(pattern, { ignoreCase: true });
    const expected = names.filter((name) => matcher.matches(name.slice(name.indexOf(':') + 1)));
    expect([...expandActions(`sqs:${pattern}`), ...expandActions(`dynamodb:${pattern}`)]).toEqual(expected);
  }
});
