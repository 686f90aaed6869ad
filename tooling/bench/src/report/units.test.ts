import { expect, test } from 'vitest';
import { duration, figure, ratio } from './units.ts';

test('writes times with the unit that suits them', () => {
  expect([0.4, 27.31, 1240, 3_750_000, 2e9].map(duration)).toEqual([
    '0.4 ns',
    '27.3 ns',
    '1.24 us',
    '3.75 ms',
    '2 s',
  ]);
});

test('writes three significant digits, and large numbers in full', () => {
  expect([0.012345, 99.96, 12_345.6, -0.5].map(figure)).toEqual(['0.0123', '100', '12,346', '-0.5']);
  expect(ratio(10, 4)).toBe('2.5 x');
});
