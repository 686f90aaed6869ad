import { compileGlob } from '@policywright/arn';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplePattern } from './simplePattern.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 4 });
const pattern = fc.oneof(
  letters,
  letters.map((within) => `*${within}*`),
  fc.tuple(letters, letters).map(([head, tail]) => `${head}*${tail}`),
);

test('S66: the patterns that shrinking makes match what the pattern language says', () => {
  fc.assert(
    fc.property(pattern, letters, (text, name) => {
      const expected = compileGlob(text, { ignoreCase: true }).matches(name);
      expect(simplePattern(text)(name.toLowerCase())).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
});

test('head and tail of a pattern do not share characters', () => {
  expect(simplePattern('ab*ba')('aba')).toBe(false);
  expect(simplePattern('ab*ba')('abba')).toBe(true);
});
