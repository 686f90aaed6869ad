import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileArnPattern,
  compileGlob,
  intersection,
  overlap,
  patternSubsumes,
  type Matcher,
} from '../index.ts';

const globs = fc.string({ unit: fc.constantFrom('a', 'b', 'a', ':', '*', '*', '?'), maxLength: 7 });
const segments = fc.string({ unit: fc.constantFrom('a', 'b', '*', '*', '?'), maxLength: 3 });
const arns = fc.array(segments, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(':'));
const cased = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '*', '?'), maxLength: 6 });

const plain = globs.map((pattern) => compileGlob(pattern));
const matchers: fc.Arbitrary<Matcher> = fc.oneof(
  plain,
  cased.map((pattern) => compileGlob(pattern, { ignoreCase: true })),
  cased.map((pattern) => compileGlob(pattern)),
  fc
    .tuple(fc.oneof(arns, globs), fc.constantFrom('resource', 'operator'))
    .map(([pattern, dialect]) => compileArnPattern(pattern, { dialect })),
);

/** Pairs of which one is often the other, widened a little: near misses of inclusion. */
function widened(pattern: string, at: number, by: string): string {
  const place = at % (pattern.length + 1);
  return pattern.slice(0, place) + by + pattern.slice(place + (by === '' ? 0 : 1));
}
const related = fc
  .tuple(
    fc.oneof(globs, arns),
    fc.nat(10),
    fc.constantFrom('*', '?', 'a', '*b'),
    fc.constantFrom('glob', 'arn'),
  )
  .map(([pattern, at, by, kind]): readonly [Matcher, Matcher] => {
    const compile = (text: string): Matcher =>
      kind === 'glob' ? compileGlob(text) : compileArnPattern(text, { dialect: 'resource' });
    return [compile(widened(pattern, at, by)), compile(pattern)];
  });
const pairs = fc.oneof(related, fc.tuple(matchers, matchers));

function words(letters: readonly string[], length: number): string[] {
  if (length === 0) return [''];
  const shorter = words(letters, length - 1);
  const longest = shorter.filter((word) => word.length === length - 1);
  return [...shorter, ...longest.flatMap((word) => letters.map((letter) => word + letter))];
}

const TEXTS = words(['a', 'b', ':', 'x'], 5);
const RUNS = { numRuns: 3000 };

describe('INVARIANT 12', () => {
  test('patternSubsumes: no text of the narrow pattern lies outside, or the witness does', () => {
    const check = ([wide, narrow]: readonly [Matcher, Matcher]): void => {
      const result = patternSubsumes(wide, narrow);
      expect(result.verdict).not.toBe('unknown');
      if (result.verdict === 'yes') {
        expect(TEXTS.filter((text) => narrow.matches(text) && !wide.matches(text))).toEqual([]);
      } else if (result.verdict === 'no') {
        expect(narrow.matches(result.witness)).toBe(true);
        expect(wide.matches(result.witness)).toBe(false);
      }
    };
    fc.assert(fc.property(pairs, check), RUNS);
  });

  test('overlap: no text lies in both, or the witness does and is as short as any', () => {
    const check = ([a, b]: readonly [Matcher, Matcher]): void => {
      const result = overlap(a, b);
      expect(result.verdict).not.toBe('unknown');
      const shared = TEXTS.find((text) => a.matches(text) && b.matches(text));
      if (result.verdict === 'yes') {
        expect(a.matches(result.witness)).toBe(true);
        expect(b.matches(result.witness)).toBe(true);
        expect(result.witness.length).toBeLessThanOrEqual(shared?.length ?? Infinity);
      } else {
        expect(shared).toBeUndefined();
      }
    };
    fc.assert(fc.property(pairs, check), RUNS);
  });

  test('overlap is symmetric', () => {
    const check = ([a, b]: readonly [Matcher, Matcher]): void => {
      expect(overlap(a, b).verdict).toBe(overlap(b, a).verdict);
    };
    fc.assert(fc.property(pairs, check), { numRuns: 1000 });
  });

  test('patternSubsumes is reflexive, and transitive', () => {
    const check = (a: Matcher, b: Matcher, c: Matcher): void => {
      expect(patternSubsumes(a, a).verdict).toBe('yes');
      if (patternSubsumes(a, b).verdict !== 'yes' || patternSubsumes(b, c).verdict !== 'yes') return;
      expect(patternSubsumes(a, c).verdict).toBe('yes');
    };
    fc.assert(fc.property(matchers, matchers, matchers, check), { numRuns: 1000 });
  });

  test('intersection: x in A and B exactly when x in one of its patterns', () => {
    const check = (a: string, b: string): void => {
      const both = intersection(compileGlob(a), compileGlob(b));
      if (both === undefined) return;
      const [left, right] = [compileGlob(a), compileGlob(b)];
      const wrong = TEXTS.filter((text) => {
        const inBoth = left.matches(text) && right.matches(text);
        return both.some((matcher) => matcher.matches(text)) !== inBoth;
      });
      expect(wrong).toEqual([]);
      expect(both.length > 0).toBe(overlap(left, right).verdict === 'yes');
    };
    fc.assert(fc.property(globs, globs, check), { numRuns: 2000 });
  });

  test('intersection: no pattern of the list is covered by another', () => {
    const check = (a: string, b: string): void => {
      const both = intersection(compileGlob(a), compileGlob(b)) ?? [];
      both.forEach((pattern, index) => {
        const others = both.filter((_, other) => other !== index);
        expect(others.some((other) => patternSubsumes(other, pattern).verdict === 'yes')).toBe(false);
      });
    };
    fc.assert(fc.property(globs, globs, check), { numRuns: 1000 });
  });
});
