import { expect, test } from 'vitest';
import {
  coversAction,
  coversResource,
  coversText,
  eachCovered,
  sameActions,
  sameResources,
} from './samePatterns.ts';

const NAMES = ['ecs:RunTask', 'ecs:StartTask', 'ecs:StopTask', 'ecs:ListTasks'];
const expand = (pattern: string): readonly string[] => {
  const text = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i');
  return NAMES.filter((name) => text.test(name));
};

test('lists of actions are the same where each covers the other, in any order and letter case', () => {
  expect(sameActions(['ecs:Run*', 'ecs:Stop*'], ['ecs:stop*', 'ecs:run*', 'ecs:RunTask'], undefined)).toBe(
    true,
  );
  expect(sameActions(['ecs:Run*'], ['ecs:RunTask'], undefined)).toBe(false);
  expect(sameActions(['ecs:RunTask'], ['ecs:Run*'], undefined)).toBe(false);
});

test('with a catalog they are the same where they match the same actions that there are', () => {
  expect(sameActions(['ecs:Run*'], ['ecs:RunTask'], expand)).toBe(true);
  expect(sameActions(['ecs:St*'], ['ecs:StartTask', 'ecs:StopTask'], expand)).toBe(true);
  expect(sameActions(['ecs:St*'], ['ecs:StartTask'], expand)).toBe(false);
  // As many, and others.
  expect(sameActions(['ecs:Run*'], ['ecs:Stop*'], expand)).toBe(false);
  // Of a service that it does not know, it proves nothing.
  expect(sameActions(['abc:Run*'], ['abc:Stop*'], expand)).toBe(false);
  // S65: what has a wildcard in its prefix counts in some statements and not in others.
  expect(sameActions(['ec*:RunTask'], ['ecs:RunTask'], expand)).toBe(false);
});

test('lists of resources are the same where each covers the other', () => {
  const [bucket, keys] = ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'];
  expect(sameResources([bucket, keys], [keys, bucket, 'arn:aws:s3:::b/a'])).toBe(true);
  expect(sameResources([keys], ['arn:aws:s3:::b/a'])).toBe(false);
  expect(sameResources(['arn:aws:s3:::b/a'], [keys])).toBe(false);
});

test('a list is covered where each of its patterns is', () => {
  expect(eachCovered(['a', 'b'], ['a', 'c'], () => false)).toBe(false);
  expect(eachCovered(['a', 'b'], ['a', 'c'], () => true)).toBe(true);
  expect(eachCovered(['a'], ['a'], () => false)).toBe(true);
  expect(eachCovered([], [], () => false)).toBe(true);
});

test('only everything covers a resource with a variable, or one that lacks fields', () => {
  expect(coversResource('*', 'arn:aws:s3:::${aws:username}')).toBe(true);
  expect(coversResource('arn:aws:s3:::*', 'arn:aws:s3:::${aws:username}')).toBe(false);
  expect(coversResource('arn:aws:s3:::${aws:username}*', 'arn:aws:s3:::a')).toBe(false);
  expect(coversResource('*', 'arn:aws:s3')).toBe(true);
  expect(coversResource('arn:aws:*', 'arn:aws:s3:::b')).toBe(false);
  expect(coversResource('arn:aws:s3:::*', '*')).toBe(false);
  expect(coversResource('arn:aws:s3:::*', 'arn:aws:s3:::b')).toBe(true);
});

test('actions are covered in any letter case, texts in their own, and no text with a variable is', () => {
  expect(coversAction('ECS:*', 'ecs:RunTask')).toBe(true);
  expect(coversAction('*', 'ecs:RunTask')).toBe(true);
  expect(coversAction('e*:RunTask', 'ecs:RunTask')).toBe(false);
  expect(coversAction('ecs:RunTask', 'e?s:RunTask')).toBe(false);
  expect(coversText('a*', 'ab')).toBe(true);
  expect(coversText('A*', 'ab')).toBe(false);
  expect(coversText('*', '${aws:username}')).toBe(false);
  expect(coversText('${aws:username}*', 'a')).toBe(false);
});
