import { expect, test } from 'vitest';
import { spreadOf } from './median.ts';

test('takes the middle of an odd number of figures, and between the two middle ones of an even number', () => {
  expect(spreadOf([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, min: 1, max: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, min: 7, max: 7 });
});

test('no figures have no median', () => {
  expect(() => spreadOf([])).toThrow('nothing was measured');
});
