import { expect, test } from 'vitest';
import { dropSuperfluous } from './dropSuperfluous.ts';

const drop = (patterns: readonly string[], ...wanted: readonly string[]): readonly string[] =>
  [...dropSuperfluous(patterns, new Set(wanted))].sort();

test('of patterns for one name, the first is kept', () => {
  expect(drop(['get*', 'g*', '*'], 'GetA')).toEqual(['get*']);
  expect(drop(['get*', 'g*'], 'GetA')).toEqual(['get*']);
});

test('a pattern is kept where it alone matches a name', () => {
  expect(drop(['get*', 'put*', '*a'], 'GetA', 'PutA', 'PutB')).toEqual(['get*', 'put*']);
  expect(drop(['get*', 'put*', '*'], 'GetA', 'PutA', 'ListA')).toEqual(['*']);
  expect(drop(['geta', 'getb', 'get*'], 'GetA', 'GetB')).toEqual(['geta', 'getb']);
});

test('what matches none of the names is dropped', () => {
  expect(drop(['list*'], 'GetA')).toEqual([]);
});
