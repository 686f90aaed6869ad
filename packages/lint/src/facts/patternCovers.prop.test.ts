import { compileArnPattern, compileGlob, subsumes } from '@policywright/arn';
import type { Matcher } from '@policywright/arn';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternCovers } from './patternCovers.ts';

const parts = (...of: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...of), { maxLength: 7 }).map((list) => list.join(''));
const globs = parts('a', 'B', 'ab', '*', '?').map((text) => compileGlob(text, { ignoreCase: true }));
const arns = fc
  .tuple(parts('*', 'aws', 's?'), parts('*', 'b/', '?', 'b'), fc.constantFrom('wildcard', 'never'))
  .map(([head, tail, missingFields]) =>
    compileArnPattern(`arn:${head}:s3:::${tail}`, { dialect: 'resource', missingFields }),
  );
const pairs: fc.Arbitrary<readonly [Matcher, Matcher]> = fc.oneof(
  fc.tuple(globs, globs),
  fc.tuple(arns, arns),
);

test('INVARIANT 12: the short way to tell whether a pattern covers another agrees with the pattern algebra', () => {
  fc.assert(
    fc.property(pairs, ([wide, narrow]) => {
      if (narrow.kind === 'never') return;
      const expected = subsumes(wide, narrow).verdict === 'yes';
      expect(patternCovers(wide, narrow, { left: 1 })).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('without a budget nothing is covered that is not seen at once', () => {
  const [wide, narrow] = [compileGlob('a*b*'), compileGlob('ab*b*')];
  expect(patternCovers(wide, narrow, { left: 1 })).toBe(true);
  expect(patternCovers(wide, narrow, { left: 0 })).toBe(false);
});
