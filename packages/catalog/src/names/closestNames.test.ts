import { expect, test } from 'vitest';
import { closestNames, expandActions } from '../index.ts';

test('a misspelt name finds the nearest, letter case aside', () => {
  expect(closestNames('ecs:RunTsak', expandActions('ecs:*'))[0]).toBe('ecs:RunTask');
  expect(closestNames('ECS:runtask', ['ecs:RunTask'])).toEqual(['ecs:RunTask']);
});

test('a swap of neighbours is one edit', () => {
  expect(closestNames('GteObject', ['GetObject'], { maxEdits: 1 })).toEqual(['GetObject']);
});

test('what is too far away is not suggested', () => {
  expect(closestNames('ab', ['xyz', 'a'])).toEqual(['a']);
  expect(closestNames('RunTask', ['DescribeClusters'])).toEqual([]);
});

test('the nearest come first, ties by code point, up to the limit', () => {
  expect(closestNames('GetObjec', ['PutObject', 'GetObjects', 'GetObject', 'LetObjec'])).toEqual([
    'GetObject',
    'LetObjec',
    'GetObjects',
  ]);
  expect(closestNames('abc', ['abd', 'abe'], { limit: 1 })).toEqual(['abd']);
});

test('a very long text has no near names', () => {
  expect(closestNames('a'.repeat(100_000), ['a'.repeat(100_000)])).toEqual([]);
});
