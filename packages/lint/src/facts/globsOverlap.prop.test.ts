import { overlap } from '@policywright/arn';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { globOf, globsOverlap } from './globsOverlap.ts';

const pattern = fc
  .array(fc.constantFrom('a', 'b', 'ab', '*', '?'), { maxLength: 7 })
  .map((parts) => parts.join(''));

test('INVARIANT 12: the short way to tell whether patterns overlap agrees with the pattern algebra', () => {
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      const { verdict } = overlap(globOf(a).matcher, globOf(b).matcher);
      expect(globsOverlap(globOf(a), globOf(b))).toBe(verdict === 'yes');
    }),
    { numRuns: 5000 },
  );
});
