import { describe, expect, test } from 'vitest';
import {
  compileArnPattern,
  compileGlob,
  formatGlob,
  intersection,
  overlap,
  patternSubsumes,
  type Matcher,
} from '../index.ts';

const resource = (pattern: string): Matcher => compileArnPattern(pattern, { dialect: 'resource' });
const operator = (pattern: string): Matcher => compileArnPattern(pattern, { dialect: 'operator' });
const caseless = (pattern: string): Matcher => compileGlob(pattern, { ignoreCase: true });

describe('patternSubsumes', () => {
  test.each([
    ['*', 'a*b?'],
    ['a*', 'a'],
    ['a*', 'ab*c'],
    ['*b*', 'a*b*c'],
    ['*a*a*', '*a*b*a*'],
    ['?*', 'a*'],
    ['*?', '*a'],
    ['*ab*', 'aab'],
  ])('INVARIANT 12: `%s` covers `%s`', (wide, narrow) => {
    expect(patternSubsumes(compileGlob(wide), compileGlob(narrow))).toEqual({ verdict: 'yes' });
  });

  test.each([
    ['a*', '*', ''],
    ['?*', '*', ''],
    ['?', '*', ''],
    ['a*b', 'a*', 'a'],
    ['*a*b*', '*b*a*', 'ba'],
    ['a', 'a?', 'ax'],
    ['ab', 'a?', 'ax'],
    ['a*c', 'a*', 'a'],
  ])('INVARIANT 12: `%s` does not cover `%s`, as `%s` shows', (wide, narrow, witness) => {
    expect(patternSubsumes(compileGlob(wide), compileGlob(narrow))).toEqual({ verdict: 'no', witness });
  });

  test('S50, S110: a dialect covers what it reads, not what is written', () => {
    const pattern = 'arn:aws:ecs:*:1:c';
    expect(patternSubsumes(resource(pattern), operator(pattern)).verdict).toBe('yes');
    expect(patternSubsumes(operator(pattern), resource(pattern))).toEqual({
      verdict: 'no',
      witness: 'arn:aws:ecs:::1:c',
    });
    expect(patternSubsumes(compileGlob('arn:a*b:c'), operator('arn:a*b:c')).verdict).toBe('yes');
    expect(patternSubsumes(resource('arn:aws:ecs:*'), resource('arn:aws:ecs:r*s:1:c')).verdict).toBe('yes');
  });

  test('S61: without case is wider than with', () => {
    expect(patternSubsumes(caseless('s3:get*'), compileGlob('S3:GetObject')).verdict).toBe('yes');
    expect(patternSubsumes(compileGlob('s3:g*'), caseless('s3:g*'))).toEqual({
      verdict: 'no',
      witness: 's3:G',
    });
    expect(patternSubsumes(caseless('A*'), caseless('ab')).verdict).toBe('yes');
  });

  test('S52, S112: what matches nothing is covered by anything, and covers nothing else', () => {
    expect(patternSubsumes(compileGlob('a'), operator('x')).verdict).toBe('yes');
    expect(patternSubsumes(operator('x'), operator('y')).verdict).toBe('yes');
    expect(patternSubsumes(operator('x'), compileGlob('a?*b'))).toEqual({ verdict: 'no', witness: 'axb' });
  });

  test('an answer that would take too long is unknown', () => {
    const wide = compileGlob(`*a${'?'.repeat(30)}`);
    const narrow = compileGlob(`*aa${'?'.repeat(29)}`);
    expect(patternSubsumes(wide, narrow, { limit: 2000 })).toEqual({ verdict: 'unknown' });
  });
});

describe('overlap', () => {
  test.each([
    ['a*', '*b', 'ab'],
    ['a*a', 'aa*', 'aa'],
    ['*ab*', '*ba*', 'aba'],
    ['a?c', 'ab*', 'abc'],
    ['*', '*', ''],
    ['?*', '*?', 'x'],
  ])('INVARIANT 12: `%s` and `%s` share `%s`', (a, b, witness) => {
    const result = overlap(compileGlob(a), compileGlob(b));
    expect(result.verdict).toBe('yes');
    if (result.verdict === 'yes') expect(result.witness).toHaveLength(witness.length);
  });

  test.each([
    ['a*', 'b*'],
    ['*a', '*b'],
    ['?', ''],
    ['?', '??*'],
    ['a', 'A'],
  ])('INVARIANT 12: `%s` and `%s` share nothing', (a, b) => {
    expect(overlap(compileGlob(a), compileGlob(b))).toEqual({ verdict: 'no' });
  });

  test('S51: a confined star cannot meet a colon', () => {
    expect(overlap(resource('arn:a*b:c:d:e:f'), compileGlob('arn:a:b*')).verdict).toBe('no');
    expect(overlap(resource('arn:a*:c:d:e:f'), compileGlob('arn:a:b*')).verdict).toBe('yes');
  });

  test('S61: without case', () => {
    expect(overlap(caseless('A*'), compileGlob('a'))).toEqual({ verdict: 'yes', witness: 'a' });
    expect(overlap(compileGlob('A'), caseless('a*'))).toEqual({ verdict: 'yes', witness: 'A' });
  });

  test('an answer that would take too long is unknown', () => {
    expect(overlap(compileGlob('a*b'), compileGlob('a*b'), { limit: 15 })).toEqual({ verdict: 'unknown' });
    expect(overlap(compileGlob('a*b'), compileGlob('a*b'), { limit: 16 }).verdict).toBe('yes');
  });
});

test('overlap: the text of no length and the character of number 0 are texts', () => {
  const zero = compileGlob('\u0000');
  expect(overlap(zero, zero)).toEqual({ verdict: 'yes', witness: '\u0000' });
  expect(overlap(compileGlob('*'), compileGlob(''))).toEqual({ verdict: 'yes', witness: '' });
});

describe('intersection', () => {
  const texts = (a: Matcher, b: Matcher): readonly (string | undefined)[] | undefined =>
    intersection(a, b)
      ?.map((matcher) => formatGlob(matcher.tokens))
      .toSorted();

  test.each([
    ['*a*', '*b*', ['*a*b*', '*b*a*']],
    ['ab*', '*bc', ['ab*bc', 'abc']],
    ['a*', 'ab*', ['ab*']],
    ['a?', '?b', ['ab']],
    ['a*', 'b*', []],
    ['*', 'a?b', ['a?b']],
    ['s3:Get*', '*Object', ['s3:Get*Object']],
    ['?*', '*a', ['*a']],
  ])('INVARIANT 12: `%s` and `%s` share %j', (a, b, expected) => {
    expect(texts(compileGlob(a), compileGlob(b))).toEqual(expected);
  });

  test('S51: confined stars have no writing, unless one side covers the other', () => {
    const narrow = resource('arn:aws:ecs:us-*-1:1:c');
    expect(intersection(narrow, resource('arn:aws:ecs:*:1:c'))).toEqual([narrow]);
    expect(intersection(narrow, compileGlob('*east*'))).toBeUndefined();
    expect(intersection(narrow, compileGlob('x*'))).toEqual([]);
  });

  test('as many pairs of positions are looked at as 200 by 200', () => {
    const [left, right] = [compileGlob(`${'a'.repeat(198)}*`), compileGlob(`*${'b'.repeat(198)}`)];
    const shared = [`${'a'.repeat(198)}*${'b'.repeat(198)}`];
    expect(texts(left, right)).toEqual(shared);
    expect(texts(compileGlob(`${'a'.repeat(199)}*`), right)).toBeUndefined();
  });

  test('a list that would be too long is undefined', () => {
    expect(intersection(compileGlob('*a*b*c*d*'), compileGlob('*e*f*g*h*'))).toBeUndefined();
    expect(intersection(compileGlob('*a*b*'), compileGlob('*c*d*'), { maxPatterns: 6 })).toHaveLength(6);
  });
});

describe('formatGlob', () => {
  test('S48: prints what tokenizeGlob reads, in normal form', () => {
    expect(formatGlob(compileGlob('a**?b').tokens)).toBe('a?*b');
  });

  test('S123: a literal star has no writing', () => {
    expect(formatGlob(Int32Array.of(42))).toBeUndefined();
    expect(formatGlob(Int32Array.of(63))).toBeUndefined();
  });
});
