import { describe, expect, test } from 'vitest';
import { compileArnPattern } from '../arn-pattern/compileArnPattern.ts';
import { compileGlob } from '../glob/compileGlob.ts';
import { tokenizeGlob } from '../glob/globTokens.ts';
import type { Matcher } from '../model/matcher.ts';
import { isSymbol, patternOf, patternOfTokens, symbolOf, type FamilyPattern } from './familyPattern.ts';
import { findText } from './findText.ts';
import { groupCells } from './groupCells.ts';
import type { PatternGroup, Polarity } from './patternGroup.ts';

const glob = (text: string): FamilyPattern => patternOfTokens(tokenizeGlob(text));
const group = (...patterns: readonly string[]): PatternGroup => ({ patterns: patterns.map(glob) });
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

function cellsOf(groups: readonly PatternGroup[], universe?: readonly string[]): readonly string[] {
  const options = universe === undefined ? {} : { universe: universe.map(glob) };
  const result = groupCells(groups, options);
  if (result.outcome === 'limit') return [result.limit];
  return result.cells.map((cell) => `${cell.text} ${cell.groups.join('')}`.trim()).toSorted();
}

describe('groupCells', () => {
  test('of no groups: all texts are one cell, of which the empty text is the shortest', () => {
    expect(groupCells([])).toMatchObject({ outcome: 'cells', cells: [{ groups: [], text: '' }] });
  });

  test('of no texts: no cells', () => {
    expect(groupCells([group('a')], { universe: [] })).toMatchObject({ cells: [] });
  });

  test('divides by prefix, by a part and by a literal, and finds who is in none', () => {
    expect(cellsOf([group('ab*'), group('*c*'), group('abc')])).toEqual([
      '',
      'ab 0',
      'abc 012',
      'abcx 01',
      'c 1',
    ]);
  });

  test('a group is a union, and one without patterns has no text', () => {
    expect(cellsOf([group('a', 'b'), group()], ['a', 'b', 'c'])).toEqual(['a 0', 'c']);
  });

  test('a pattern that stands in two groups counts for both', () => {
    const shared = glob('a*');
    expect(cellsOf([{ patterns: [shared] }, { patterns: [shared, glob('b')] }])).toEqual(['', 'a 01', 'b 1']);
  });

  test('members of the universe are merged, each cell with the shorter text', () => {
    expect(cellsOf([group('*a')], ['bbba', 'ca', 'cb'])).toEqual(['ca 0', 'cb']);
  });

  test('S61: where case is ignored, both cases are tried', () => {
    const folded = patternOf(compileGlob('k', { ignoreCase: true }));
    expect(cellsOf([{ patterns: folded === undefined ? [] : [folded] }, group('k')], ['?'])).toEqual([
      'K 0',
      'k 01',
      'x',
    ]);
  });

  test('a literal takes the spellings that it is said to have', () => {
    const kelvin = patternOfTokens(tokenizeGlob('k'), (unit) => [unit, unit - 32, 0x212a]);
    expect(cellsOf([{ patterns: [kelvin] }, group('k', 'K')], ['?'])).toEqual(['k 01', 'x', '\u212a 0']);
  });

  test('S51: a wildcard that stays in its segment takes no colon, also where no pattern names one', () => {
    const confined = patternOf(compileArnPattern('a*b', { dialect: 'resource' }));
    expect(cellsOf([{ patterns: confined === undefined ? [] : [confined] }], ['a?b'])).toEqual([
      'a:b',
      'abb 0',
    ]);
  });

  test('no compiled pattern of a matcher that matches nothing', () => {
    expect(patternOf(compileArnPattern('a', { dialect: 'operator' }))).toBeUndefined();
  });

  test('a matcher that another copy of this package compiled counts as it would here', () => {
    const matcher = compileGlob('k*', { ignoreCase: true });
    const { tokens } = matcher;
    const ofAnotherCopy: Matcher = { ...matcher, tokens, matches: (text) => matcher.matches(text) };
    expect(patternOf(ofAnotherCopy)).toEqual(patternOf(matcher));
  });

  test('says which limit was met, and gives no part of an answer', () => {
    const many = LETTERS.map((letter) => group(`*${letter}*`));
    expect(groupCells(many, { states: 100 })).toMatchObject({ outcome: 'limit', limit: 'states' });
    expect(groupCells(many, { cells: 100 })).toMatchObject({ outcome: 'limit', limit: 'cells' });
    expect(groupCells(many, { steps: 100 })).toMatchObject({ outcome: 'limit', limit: 'steps' });
    expect(groupCells(many.slice(0, 2), { steps: 1000 })).not.toHaveProperty('limit');
  });

  test('counts the same steps each time', () => {
    const groups = [group('*a?b*'), group('*b?a')];
    expect(groupCells(groups).steps).toBe(groupCells(groups).steps);
    expect(groupCells(groups).steps).toBeGreaterThan(10);
  });
});

describe('polarity', () => {
  const polar = (polarity: Polarity): readonly PatternGroup[] =>
    LETTERS.map((letter) => ({ ...group(`*${letter}*`), polarity }));

  test('26 groups that hurt: the text that is in none of them, in a handful of steps', () => {
    const result = groupCells(polar('hurts'));
    expect(result).toMatchObject({ outcome: 'cells', cells: [{ groups: [], text: '' }] });
    expect(result.steps).toBeLessThan(5000);
  });

  test('26 groups that help: the text that is in all of them', () => {
    const result = groupCells(polar('helps'));
    expect(result).toMatchObject({ outcome: 'cells', cells: [{ groups: LETTERS.map((_, index) => index) }] });
    expect(result.steps).toBeLessThan(50_000);
  });

  test('classes that differ in a group of both are all kept', () => {
    const groups: readonly PatternGroup[] = [{ ...group('*a*'), polarity: 'helps' }, group('*b*')];
    expect(cellsOf(groups)).toEqual(['a 0', 'ab 01']);
  });
});

describe('findText', () => {
  const find = (wanted: readonly string[], unwanted: readonly string[]): string | undefined => {
    const found = findText([
      ...wanted.map((text) => ({ patterns: [glob(text)], wanted: true })),
      { patterns: unwanted.map(glob), wanted: false },
    ]);
    return found.outcome === 'text' ? found.text : undefined;
  };

  test('finds what is left of a pattern', () => {
    expect(find(['s3:Get*'], ['s3:GetObject*'])).toBe('s3:Get');
    expect(find(['a?*'], ['aa*', 'ab*', 'ax*'])).toHaveLength(2);
  });

  test('proves that nothing is left', () => {
    const patterns = { patterns: ['a', 'ab*', 'a?*'].map(glob), wanted: false };
    expect(findText([{ patterns: [glob('a*')], wanted: true }, patterns]).outcome).toBe('none');
    expect(findText([{ patterns: [], wanted: true }])).toMatchObject({ outcome: 'none' });
  });

  test('a union can cover what none of its patterns does', () => {
    expect(find(['a*'], ['a', 'a?', 'a??*'])).toBeUndefined();
    expect(find(['a*'], ['a', 'a??*'])).toHaveLength(2);
  });

  test('says that a limit was met, unless another member of the universe has a text', () => {
    const hostile = [
      { patterns: [glob('*a????????????')], wanted: true },
      { patterns: [glob('*b????????????'), glob('*a*b*')], wanted: false },
    ];
    expect(findText([...hostile, { patterns: [], wanted: true }], { steps: 10 }).outcome).toBe('none');
    expect(findText(hostile, { steps: 100 })).toMatchObject({ outcome: 'limit', limit: 'steps' });
    expect(
      findText([{ patterns: [glob('*z')], wanted: true }], { universe: [glob('q'), glob('z')] }),
    ).toMatchObject({ text: 'z' });
  });
});

describe('symbols', () => {
  const user = symbolOf(0);
  const tokens = (...parts: readonly (string | number)[]): FamilyPattern =>
    patternOfTokens(
      Int32Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...tokenizeGlob(part)]))),
    );

  test('lie beyond what a text can hold', () => {
    expect([isSymbol(user), isSymbol(0xffff), isSymbol(symbolOf(3))]).toEqual([true, false, true]);
  });

  test('S113: what is below a variable lies in its folder for every value', () => {
    const inside = [
      { patterns: [tokens('home/', user, '/docs/*')], wanted: true },
      { patterns: [tokens('home/', user, '/*')], wanted: false },
    ];
    expect(findText(inside).outcome).toBe('none');
  });

  test('only a plain star takes one: a value has any length and any characters', () => {
    const outside = (pattern: string): string =>
      findText([
        { patterns: [tokens('home/', user)], wanted: true },
        { patterns: [glob(pattern)], wanted: false },
      ]).outcome;
    expect(outside('home/*')).toBe('none');
    expect(outside('home/?')).toBe('text');
    expect(outside('home/a*')).toBe('text');
    const confined = patternOf(compileArnPattern('home/*x:y', { dialect: 'resource' }));
    expect(
      findText([
        { patterns: [tokens('home/', user, 'x:y')], wanted: true },
        { patterns: confined === undefined ? [] : [confined], wanted: false },
      ]),
    ).toMatchObject({ outcome: 'text', text: 'home/\ufffdx:y' });
  });

  test('two variables are not one', () => {
    const both = [
      { patterns: [tokens(user)], wanted: true },
      { patterns: [tokens(symbolOf(1))], wanted: false },
    ];
    expect(findText(both).outcome).toBe('text');
  });
});
