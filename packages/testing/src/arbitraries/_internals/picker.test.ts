import { expect, test } from 'vitest';
import { at, Picker } from './picker.ts';

test('choices go round the list, each round seven further on', () => {
  const picker = new Picker([3, 5]);
  expect(Array.from({ length: 6 }, () => picker.number())).toEqual([3, 5, 10, 12, 17, 19]);
  expect(new Picker([]).number()).toBe(0);
});

test('an element is that at a number, modulo how many there are', () => {
  expect([0, 1, 2, 3, 4].map((index) => at(['a', 'b', 'c'], index, 'x')).join('')).toBe('abcab');
  expect(at([], 2, 'x')).toBe('x');
  expect(new Picker([4]).of(['a', 'b', 'c'], 'x')).toBe('b');
});
