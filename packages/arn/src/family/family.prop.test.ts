import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileArnPattern } from '../arn-pattern/compileArnPattern.ts';
import { compileGlob } from '../glob/compileGlob.ts';
import type { Matcher } from '../model/matcher.ts';
import { patternOf, patternOfParts, type Run } from './familyPattern.ts';
import { findText } from './findText.ts';
import { groupCells } from './groupCells.ts';
import type { PatternGroup, Polarity } from './patternGroup.ts';

const globs = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '*', '?'), maxLength: 6 });
// Short, so that texts of eight characters reach behind a free star into confined ones.
const segmented = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', '*', '*', '?'), maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(':'));
const matchers: fc.Arbitrary<Matcher> = fc.oneof(
  { weight: 2, arbitrary: globs.map((pattern) => compileGlob(pattern)) },
  { weight: 3, arbitrary: segmented.map((pattern) => compileArnPattern(pattern, { dialect: 'resource' })) },
  { weight: 1, arbitrary: globs.map((pattern) => compileGlob(pattern, { ignoreCase: true })) },
  { weight: 1, arbitrary: fc.constantFrom('*a*', '*b*', '*ab*', '*').map((pattern) => compileGlob(pattern)) },
);
const groups = fc.array(fc.array(matchers, { maxLength: 3 }), { minLength: 1, maxLength: 4 });
const universes = fc.option(fc.array(matchers, { maxLength: 4 }), { nil: undefined });
const polarities = fc.array(fc.constantFrom<Polarity>('helps', 'hurts', 'both'), {
  minLength: 4,
  maxLength: 4,
});

function words(letters: readonly string[], length: number): string[] {
  const all = [''];
  for (let from = 0, size = 0; size < length; size++) {
    const end = all.length;
    for (; from < end; from++) for (const letter of letters) all.push(`${all[from] ?? ''}${letter}`);
  }
  return all;
}
const TEXTS = words(['a', 'b', ':', 'x'], 7);
const LONG_TEXTS = words(['a', 'b', ':', 'A'], 8);

type Matchers = readonly Matcher[];

function patternsOf(list: Matchers): PatternGroup['patterns'] {
  return list.flatMap((matcher) => patternOf(matcher) ?? []);
}

function classOf(text: string, family: readonly Matchers[]): string {
  return family
    .flatMap((list, group) => (list.some((matcher) => matcher.matches(text)) ? [group] : []))
    .join();
}

function exists(text: string, universe: Matchers | undefined): boolean {
  return universe === undefined || universe.some((matcher) => matcher.matches(text));
}

function optionsOf(universe: Matchers | undefined): Parameters<typeof groupCells>[1] {
  return universe === undefined ? {} : { universe: patternsOf(universe) };
}

/** The classes of all short texts, each with its first text, which is a shortest. */
function classesOf(
  texts: readonly string[],
  family: readonly Matchers[],
  universe: Matchers | undefined,
): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  for (const text of texts) {
    if (!exists(text, universe)) continue;
    const key = classOf(text, family);
    if (!classes.has(key)) classes.set(key, text);
  }
  return classes;
}

function checkCells(
  texts: readonly string[],
  family: readonly Matchers[],
  universe: Matchers | undefined,
): void {
  const result = groupCells(
    family.map((list) => ({ patterns: patternsOf(list) })),
    optionsOf(universe),
  );
  if (result.outcome !== 'cells') throw new Error('the limits are far beyond such families');
  const cells = new Map(result.cells.map(({ groups: accepted, text }) => [accepted.join(), text]));
  expect(cells.size).toBe(result.cells.length);
  for (const [accepted, text] of cells) {
    expect([text, classOf(text, family), exists(text, universe)]).toEqual([text, accepted, true]);
  }
  for (const [accepted, text] of classesOf(texts, family, universe)) {
    const found = cells.get(accepted);
    expect([text, found === undefined]).toEqual([text, false]);
    expect(found?.length).toBeLessThanOrEqual(text.length);
  }
}

describe('INVARIANT 12', () => {
  test('the cells are the classes of all texts, each with a shortest text', () => {
    fc.assert(
      fc.property(groups, universes, (family, universe) => checkCells(TEXTS, family, universe)),
      { numRuns: 250 },
    );
  });

  test('so they are where only longer texts tell them apart', () => {
    fc.assert(
      fc.property(groups, (family) => checkCells(LONG_TEXTS, family, undefined)),
      { numRuns: 60 },
    );
  });

  test('of a one-sided question, each class has a cell that dominates it, and each cell a text', () => {
    const check = (
      family: readonly Matchers[],
      universe: Matchers | undefined,
      signs: readonly Polarity[],
    ): void => {
      const result = groupCells(
        family.map((list, group) => ({ patterns: patternsOf(list), polarity: signs[group] ?? 'both' })),
        optionsOf(universe),
      );
      if (result.outcome !== 'cells') throw new Error('the limits are far beyond such families');
      for (const { groups: accepted, text } of result.cells) {
        expect([text, classOf(text, family), exists(text, universe)]).toEqual([text, accepted.join(), true]);
      }
      for (const [key, text] of classesOf(TEXTS, family, universe)) {
        const own = new Set(key === '' ? [] : key.split(',').map(Number));
        const isMet = result.cells.some((cell) =>
          family.every((_, group) => {
            const [above, below] = [cell.groups.includes(group), own.has(group)];
            const sign = signs[group] ?? 'both';
            return above === below || (sign === 'helps' && above) || (sign === 'hurts' && below);
          }),
        );
        expect([text, isMet]).toEqual([text, true]);
      }
    };
    fc.assert(fc.property(groups, universes, polarities, check), { numRuns: 250 });
  });

  test('findText gives a text of the cell, and none only where there is no cell', () => {
    const wishes = fc.array(fc.constantFrom(true, false, undefined), { minLength: 4, maxLength: 4 });
    const check = (
      family: readonly Matchers[],
      universe: Matchers | undefined,
      wanted: readonly (boolean | undefined)[],
    ): void => {
      const asked = family.flatMap((list, group) => {
        const wish = wanted[group];
        return wish === undefined ? [] : [{ patterns: patternsOf(list), wanted: wish }];
      });
      const isAsked = (text: string): boolean =>
        exists(text, universe) &&
        family.every(
          (list, group) =>
            wanted[group] === undefined || list.some((matcher) => matcher.matches(text)) === wanted[group],
        );
      const found = findText(asked, optionsOf(universe));
      expect(found.outcome).not.toBe('limit');
      if (found.outcome === 'text') expect([found.text, isAsked(found.text)]).toEqual([found.text, true]);
      else expect(TEXTS.find(isAsked)).toBeUndefined();
    };
    fc.assert(fc.property(groups, universes, wishes, check), { numRuns: 1000 });
  });

  test('the cells are the classes of all texts for runs that refuse colons and slashes', () => {
    const runs = fc.constantFrom<Run>('any', 'noColon', 'noSlash', 'noSeparator').map((run) => ({ run }));
    const texts = fc.constantFrom('a', ':', '/', 'a/', 'x', '').map((text) => ({ text }));
    const part = fc.oneof(runs, texts);
    const EXPRESSIONS: Readonly<Record<Run, string>> = {
      any: '.*',
      noColon: '[^:]*',
      noSlash: '[^/]*',
      noSeparator: '[^:/]*',
    };
    const short = words(['a', ':', '/', 'x'], 5);
    const check = (family: readonly (readonly ({ text: string } | { run: Run })[])[]): void => {
      const expressions = family.map(
        (parts) =>
          new RegExp(`^${parts.map((one) => ('run' in one ? EXPRESSIONS[one.run] : one.text)).join('')}$`),
      );
      const classOfText = (text: string): string =>
        expressions.flatMap((expression, group) => (expression.test(text) ? [group] : [])).join();
      const result = groupCells(family.map((parts) => ({ patterns: [patternOfParts(parts)] })));
      if (result.outcome !== 'cells') throw new Error('the limits are far beyond such families');
      const cells = new Set(result.cells.map(({ groups: accepted }) => accepted.join()));
      const wrong = result.cells.filter(
        ({ text, groups: accepted }) => classOfText(text) !== accepted.join(),
      );
      expect(wrong).toEqual([]);
      expect(short.filter((text) => !cells.has(classOfText(text)))).toEqual([]);
    };
    fc.assert(
      fc.property(fc.array(fc.array(part, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), check),
      {
        numRuns: 250,
      },
    );
  });
});
