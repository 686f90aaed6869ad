import { describe, expect, test } from 'vitest';
import { searchActions } from './actionSearch.ts';

describe('searchActions', () => {
  test.each([
    ['ecs:RunTask', 'ecs:RunTask'],
    ['run task', 'ecs:RunTask'],
    ['ecs run', 'ecs:RunTask'],
    ['passrole', 'iam:PassRole'],
    ['s3 getobject', 's3:GetObject'],
    ['lambda invoke', 'lambda:Invoke'],
  ])('puts first what has the words: %s', (text, expected) => {
    expect(searchActions(text, 5)[0]).toMatch(new RegExp(`^${expected}`));
  });

  test.each([
    ['ecs runtsak', 'ecs:RunTask'],
    ['ecs:RunTsak', 'ecs:RunTask'],
    ['runtsak', 'ecs:RunTask'],
    ['iam passrloe', 'iam:PassRole'],
  ])('tolerates a slip: %s', (text, expected) => {
    expect(searchActions(text, 5)).toContain(expected);
  });

  test.each(['', ' ', '***', 'x'.repeat(1000), 'qqqqqqqqqqqq'])('finds nothing for %j', (text) => {
    expect(searchActions(text, 5)).toEqual([]);
  });

  test('keeps to the limit', () => {
    expect(searchActions('get', 7)).toHaveLength(7);
  });
});
