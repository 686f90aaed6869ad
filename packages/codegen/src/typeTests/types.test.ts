import { describe, expect, test } from 'vitest';
import { CASES } from './cases.ts';
import { compileCases } from './compileCases.ts';

const results = Object.entries(CASES).map(([title, cases]) => ({ title, count: cases.length }));
const compiled = compileCases(Object.values(CASES).flat());

/** Longer messages are read by nobody. */
const LONGEST = 420;

let next = 0;
for (const { title, count } of results) {
  const group = compiled.slice(next, (next += count));
  describe(title, () => {
    for (const { code, error, messages } of group) {
      if (error === undefined) {
        test(`compiles: ${code}`, () => {
          expect(messages).toEqual([]);
        });
      } else {
        test(`must not compile: ${code}`, () => {
          expect(messages).toHaveLength(1);
          expect(messages[0]?.slice(0, error.length)).toBe(error);
          expect(messages[0]?.length).toBeLessThan(LONGEST);
        });
      }
    }
  });
}

test('there are at least 120 type tests', () => {
  expect(compiled.length).toBeGreaterThanOrEqual(120);
});
