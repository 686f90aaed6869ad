import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './editDistance.ts';

/** The whole table, as textbooks have it. */
function byTable(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(i + j === 0 ? 0 : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}

// Few letters, so that there are swaps and equal parts.
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });

test('edits are those of the whole table up to the limit, and one more than the limit above', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 14 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(byTable(a, b), limit + 1));
    }),
    { numRuns: 3000 },
  );
});

test('a text and the same with few edits, of any length, are near', () => {
  const long = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 40, maxLength: 80 });
  fc.assert(
    fc.property(long, fc.array(fc.nat(79), { maxLength: 3 }), (before, places) => {
      const after = places.reduce((result, at) => result.slice(0, at) + result.slice(at + 1), before);
      expect(editDistance(before, after, 3)).toBe(byTable(before, after));
      expect(editDistance(after, before, 3)).toBe(byTable(before, after));
    }),
  );
});

test('limits that are no whole numbers end nothing', () => {
  expect(editDistance('runtask', 'rnutsak', Number.POSITIVE_INFINITY)).toBe(2);
  expect(editDistance('runtask', 'rnutsak', 1.5)).toBe(2.5);
  expect(editDistance('runtask', 'rnutsak', -1)).toBe(0);
  expect(editDistance('runtask', 'rnutsak', Number.NaN)).toBeNaN();
});
