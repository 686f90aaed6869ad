import { compileArnPattern, compileGlob, patternSubsumes } from '@policywright/arn';
import { expect, test } from 'vitest';
import { type Pattern, patternCovers, patternOf } from './patternCovers.ts';
import fc from 'fast-check';

const globOf = (text: string): Pattern => patternOf(compileGlob(text, { ignoreCase: true }), text);
const once = (): { readonly mayProve: () => boolean; readonly steps: number } => {
  let left = 1;
  return { mayProve: () => left-- > 0, steps: 5000 };
};
const parts = (...of: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...of), { maxLength: 7 }).map((list) => list.join(''));
const globs = parts('a', 'B', 'ab', '*', '?').map(globOf);
const arns = fc
  .tuple(parts('*', 'aws', 's?'), parts('*', 'b/', '?', 'b'), fc.constantFrom('wildcard', 'never'))
  .map(([head, tail, missingFields]): Pattern => {
    const text = `arn:${head}:s3:::${tail}`;
    return patternOf(compileArnPattern(text, { dialect: 'resource', missingFields }), text);
  });
const pairs: fc.Arbitrary<readonly [Pattern, Pattern]> = fc.oneof(
  fc.tuple(globs, globs),
  fc.tuple(arns, arns),
);

test('INVARIANT 12: the short way to tell whether a pattern covers another agrees with the pattern algebra', () => {
  fc.assert(
    fc.property(pairs, ([wide, narrow]) => {
      if (narrow.matcher.kind === 'never') return;
      const expected = patternSubsumes(wide.matcher, narrow.matcher).verdict === 'yes';
      expect(patternCovers(wide, narrow, once())).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('without a budget nothing is covered that is not seen at once', () => {
  const [wide, narrow] = [globOf('a*b*'), globOf('ab*b*')];
  expect(patternCovers(wide, narrow, once())).toBe(true);
  expect(patternCovers(wide, narrow, { mayProve: () => false, steps: 5000 })).toBe(false);
});
