import { expect, test } from 'vitest';
import { sample } from './sample.ts';

const ITEMS = Array.from({ length: 100 }, (_, index) => index);

test('a seed chooses the same, in order, and another seed something else', () => {
  const chosen = sample(ITEMS, 10, 7);
  expect(chosen).toHaveLength(10);
  expect(chosen).toEqual([...new Set(chosen)].sort((one, other) => one - other));
  expect(sample(ITEMS, 10, 7)).toEqual(chosen);
  expect(sample(ITEMS, 10, 8)).not.toEqual(chosen);
});

test('everything is as likely: no item is left out by all of 200 seeds', () => {
  const met = new Set(Array.from({ length: 200 }, (_, seed) => sample(ITEMS, 10, seed)).flat());
  expect(met.size).toBe(100);
});

test('of fewer items than asked for, all are chosen', () => {
  expect(sample([1, 2], 10, 1)).toEqual([1, 2]);
});
