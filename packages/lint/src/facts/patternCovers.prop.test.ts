import { compileArnPattern, compileGlob, subsumes } from '@policywright/arn';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleOf, patternCovers } from './patternCovers.ts';
import type { Pattern } from './patternCovers.ts';

const globOf = (text: string): Pattern => {
  const matcher = compileGlob(text, { ignoreCase: true });
  return { matcher, example: exampleOf(matcher, text) };
};
const parts = (...of: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...of), { maxLength: 7 }).map((list) => list.join(''));
const globs = parts('a', 'B', 'ab', '*', '?').map(globOf);
const arns = fc
  .tuple(parts('*', 'aws', 's?'), parts('*', 'b/', '?', 'b'), fc.constantFrom('wildcard', 'never'))
  .map(([head, tail, missingFields]): Pattern => {
    const text = `arn:${head}:s3:::${tail}`;
    const matcher = compileArnPattern(text, { dialect: 'resource', missingFields });
    return { matcher, example: exampleOf(matcher, text) };
  });
const pairs: fc.Arbitrary<readonly [Pattern, Pattern]> = fc.oneof(
  fc.tuple(globs, globs),
  fc.tuple(arns, arns),
);

test('INVARIANT 12: the short way to tell whether a pattern covers another agrees with the pattern algebra', () => {
  fc.assert(
    fc.property(pairs, ([wide, narrow]) => {
      if (narrow.matcher.kind === 'never') return;
      const expected = subsumes(wide.matcher, narrow.matcher).verdict === 'yes';
      expect(patternCovers(wide, narrow, { glances: 1, left: 1 })).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('without a budget nothing is covered that is not seen at once', () => {
  const [wide, narrow] = [globOf('a*b*'), globOf('ab*b*')];
  expect(patternCovers(wide, narrow, { glances: 1, left: 1 })).toBe(true);
  expect(patternCovers(wide, narrow, { glances: 1, left: 0 })).toBe(false);
});
