import { expect, test } from 'vitest';
import { matchTemplate, parseTemplate } from './template.ts';

const match = (template: string, text: string): readonly string[] | undefined =>
  matchTemplate(parseTemplate(template), text);

test('variables stand for text that is not empty, wherever they are', () => {
  expect(match('${A}/${B}', 'x/y')).toEqual(['x', 'y']);
  expect(match('${A}/${B}', '/y')).toBeUndefined();
  expect(match('${A}/${B}', 'x/')).toBeUndefined();
  expect(match('a${A}', 'a')).toBeUndefined();
});

test('a separator at the place of a variable is part of its value', () => {
  expect(match('${A}/${B}', '//y')).toEqual(['/', 'y']);
});

test('all but the last variable are as short as they can be', () => {
  expect(match('${A}:${B}', 'x:y:z')).toEqual(['x', 'y:z']);
  expect(match('p/${A}/q/${B}.end', 'p/1/q/2.end.end')).toEqual(['1', '2.end']);
});

test('without variables only the text itself matches', () => {
  expect(match('abc', 'abc')).toEqual([]);
  expect(match('abc', 'abcd')).toBeUndefined();
});

test('a long text is matched in one pass', () => {
  const template = '${A}a'.repeat(200) + 'b';
  expect(match(template, 'a'.repeat(100_000))).toBeUndefined();
});
