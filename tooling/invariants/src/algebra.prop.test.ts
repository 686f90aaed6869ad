import { compileGlob, formatGlob, intersection, overlap, patternSubsumes } from '@policywright/arn';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';
import { judgedPattern, type JudgedPattern, type Reading } from './patternOracle.ts';
import { Chooser } from './rearrange.ts';

const glob = fc.string({
  unit: fc.constantFrom('a', 'b', 'a', ':', '*', '*', '?'),
  minLength: 1,
  maxLength: 7,
});
const segment = fc.string({ unit: fc.constantFrom('a', 'b', '*', '*', '?'), maxLength: 2 });
const arnPattern = fc
  .array(segment, { minLength: 4, maxLength: 6 })
  .map((segments) => ['arn', ...segments].join(':'));
const globs = fc.constant<Reading>('glob');
const readings = fc.oneof(globs, fc.constantFrom<Reading>('operator', 'resource'));

/** Two patterns, of which one is often the other with a wildcard or a letter in some place. */
const pairs = (reading: fc.Arbitrary<Reading>): fc.Arbitrary<readonly [JudgedPattern, JudgedPattern]> =>
  fc
    .tuple(reading, fc.boolean(), fc.tuple(glob, glob), fc.tuple(arnPattern, arnPattern), fc.nat())
    .map(([kind, related, plain, arns, seed]) => {
      const [one, other] = kind === 'glob' ? plain : arns;
      const second = related ? edited(one, new Chooser(seed)) : other;
      return [judgedPattern(kind, one), judgedPattern(kind, second)];
    });

function edited(pattern: string, chooser: Chooser): string {
  // `arn:` stays, without which a pattern is no ARN.
  const head = pattern.startsWith('arn:') ? 4 : 0;
  const at = head + chooser.below(pattern.length - head);
  const by = ['*', '?', 'a', '*b', ''][chooser.below(5)] ?? '';
  return pattern.slice(0, at) + by + pattern.slice(at + chooser.below(2)) || '*';
}

/** Every text of up to three of the letters. */
const SHORT_TEXTS = ['a', 'b', ':', ''].flatMap((first, _, letters) =>
  letters.flatMap((second) => letters.map((third) => first + second + third)),
);
const FILLINGS = ['', 'a', 'b', ':', 'ab', 'x', 'a:', ':a', 'a:b'];

/** Texts that the patterns match or almost match, and short ones. */
function texts(patterns: readonly JudgedPattern[], chooser: Chooser): readonly string[] {
  const near = patterns.flatMap(({ text }) =>
    Array.from({ length: 8 }, () =>
      text.replace(/[*?]/g, (wildcard) => {
        const filling = FILLINGS[chooser.below(FILLINGS.length)] ?? '';
        return wildcard === '*' ? filling : filling.charAt(0) || 'a';
      }),
    ),
  );
  const short = patterns.some(({ reading: kind }) => kind === 'glob') ? SHORT_TEXTS : [];
  // Nobody can ask about an empty resource.
  return [...new Set([...short, ...near])].filter((text) => text !== '');
}

const seeds = fc.nat().map((seed) => new Chooser(seed));

test('12: patternSubsumes says yes only where no text of the narrow pattern lies outside, and shows one where it says no', () => {
  const verdicts = { yes: 0, no: 0, unknown: 0 };
  check(
    fc.property(pairs(readings), seeds, ([wide, narrow], chooser) => {
      const result = patternSubsumes(wide.matcher, narrow.matcher);
      verdicts[result.verdict] += 1;
      if (result.verdict === 'no') {
        expect([narrow.contains(result.witness), wide.contains(result.witness)]).toEqual([true, false]);
      } else {
        const outside = texts([wide, narrow], chooser).filter(
          (text) => narrow.contains(text) && !wide.contains(text),
        );
        expect(outside).toEqual([]);
      }
    }),
  );
  expect(verdicts.unknown).toBe(0);
  expect(Math.min(verdicts.yes, verdicts.no) / (verdicts.yes + verdicts.no)).toBeGreaterThan(0.1);
});

test('12: overlap says no only where no text lies in both, and shows one where it says yes', () => {
  const verdicts = { yes: 0, no: 0, unknown: 0 };
  check(
    fc.property(pairs(readings), seeds, ([one, other], chooser) => {
      const result = overlap(one.matcher, other.matcher);
      verdicts[result.verdict] += 1;
      if (result.verdict === 'yes') {
        expect([one.contains(result.witness), other.contains(result.witness)]).toEqual([true, true]);
      } else {
        const shared = texts([one, other], chooser).filter(
          (text) => one.contains(text) && other.contains(text),
        );
        expect(shared).toEqual([]);
      }
    }),
  );
  expect(verdicts.unknown).toBe(0);
  expect(Math.min(verdicts.yes, verdicts.no) / (verdicts.yes + verdicts.no)).toBeGreaterThan(0.1);
});

test('12: a text lies in two patterns exactly if it lies in a pattern of their intersection', () => {
  let lists = 0;
  let cases = 0;
  check(
    fc.property(fc.oneof(pairs(globs), pairs(globs), pairs(readings)), seeds, ([one, other], chooser) => {
      const both = intersection(one.matcher, other.matcher);
      // Confined wildcards have no intersection that a pattern could write, unless one side covers the other.
      if (both === undefined) return;
      cases += 1;
      lists += both.length > 1 ? 1 : 0;
      const parts = both.map((matcher): JudgedPattern => {
        const whole = [one, other].find((pattern) => pattern.matcher === matcher);
        return whole ?? judgedPattern('glob', formatGlob(matcher.tokens) ?? '');
      });
      const wrong = texts([one, other, ...parts], chooser).filter(
        (text) => (one.contains(text) && other.contains(text)) !== parts.some((part) => part.contains(text)),
      );
      expect(wrong).toEqual([]);
    }),
  );
  expect(lists / cases).toBeGreaterThan(0.03);
});

/** A pattern whose case may not matter: then it is judged by its lower-case form. */
const casedPattern = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', 'A', '*', '?'), minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([text, ignoreCase]): JudgedPattern => {
    const judged = judgedPattern('glob', ignoreCase ? text.toLowerCase() : text);
    if (!ignoreCase) return judged;
    const contains = (value: string): boolean => judged.contains(value.toLowerCase());
    return { ...judged, matcher: compileGlob(text, { ignoreCase }), contains };
  });

test('12: a pattern without case covers all spellings, and one with case does not', () => {
  const texts = ['a', 'A', ''].flatMap((first) => ['a', 'A', ''].map((second) => first + second));
  check(
    fc.property(casedPattern, casedPattern, (wide, narrow) => {
      const result = patternSubsumes(wide.matcher, narrow.matcher);
      if (result.verdict === 'no') {
        expect([narrow.contains(result.witness), wide.contains(result.witness)]).toEqual([true, false]);
      } else {
        expect(texts.filter((text) => narrow.contains(text) && !wide.contains(text))).toEqual([]);
      }
    }),
  );
});
