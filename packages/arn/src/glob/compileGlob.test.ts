import { describe, expect, test } from 'vitest';
import { compileGlob } from './compileGlob.ts';
import { ANY, STAR, tokenizeGlob } from './globTokens.ts';

describe('tokenizeGlob', () => {
  test.each([
    ['', []],
    ['a*', [97, STAR]],
    ['a**b', [97, STAR, 98]],
    ['*?', [STAR, ANY]],
    ['?*', [ANY, STAR]],
    ['*?**??*', [STAR, ANY, STAR, ANY, ANY, STAR]],
    [String.raw`\*`, [92, STAR]],
    ['\u{1F600}', [0xd83d, 0xde00]],
  ])('S48, S49: tokens of `%s`, in its order', (text, tokens) => {
    expect([...tokenizeGlob(text)]).toEqual(tokens);
  });
});

describe('compileGlob', () => {
  type Row = readonly [pattern: string, matching: readonly string[], others: readonly string[]];
  test.each<Row>([
    ['', [''], ['a', '*']],
    ['*', ['', 'a', 'a:b/c', '\n', '*'], []],
    ['**', ['', 'a'], []],
    ['?', ['a', ':', '\n', '?'], ['', 'aa']],
    ['?*', ['a', 'ab'], ['']],
    ['s3:Get', ['s3:Get'], ['s3:GetObject', 's3:Ge', 'xs3:Get', 'S3:Get']],
    ['s3:Get*', ['s3:Get', 's3:GetObject'], ['s3:PutObject', 's3:Ge', ' s3:Get']],
    ['*Object', ['Object', 'GetObject', 'ObjectObject'], ['GetObjects', 'bject', '']],
    ['a*a', ['aa', 'aba', 'aaa'], ['a', 'ab', 'ba']],
    ['ab*ba', ['abba', 'abxba'], ['aba', 'abab']],
    ['iam:*AccessKey*', ['iam:AccessKey', 'iam:ListAccessKeys'], ['iam:ListAccesKeys', 'iam:Key']],
    ['a*b?d*e', ['abcde', 'aabbbdde', 'axbbdxe'], ['abde', 'abcd', 'abcdef']],
    ['a.c', ['a.c'], ['abc']],
    ['[ab]+(c|d)$', ['[ab]+(c|d)$'], ['ac', 'aac']],
  ])('S92: `%s`', (pattern, matching, others) => {
    const matcher = compileGlob(pattern);
    expect(matching.filter((text) => !matcher.matches(text))).toEqual([]);
    expect(others.filter((text) => matcher.matches(text))).toEqual([]);
  });

  test.each([
    ['*', 'any', '', '', 0],
    ['', 'literal', '', '', 0],
    ['ab', 'literal', 'ab', 'ab', 2],
    ['ab*', 'prefix', 'ab', '', 2],
    ['*ab', 'suffix', '', 'ab', 2],
    ['ab*c', 'prefixSuffix', 'ab', 'c', 3],
    ['a?*b*cd', 'general', 'a', 'cd', 5],
    ['?', 'general', '', '', 1],
  ])('tells the shape of `%s`', (pattern, ...expected) => {
    const { kind, prefix, suffix, minLength } = compileGlob(pattern);
    expect([kind, prefix, suffix, minLength]).toEqual(expected);
  });

  test('tells the only text of a literal', () => {
    expect(compileGlob('a:b').literal).toBe('a:b');
    expect(compileGlob('a:*').literal).toBeUndefined();
  });

  test('S122: tokens may hold a literal star', () => {
    const matcher = compileGlob(Int32Array.of(97, 42, STAR));
    expect(matcher.matches('a*b')).toBe(true);
    expect(matcher.matches('axb')).toBe(false);
  });

  test('does not hang on to tokens that the caller changes later', () => {
    const tokens = Int32Array.of(97);
    const matcher = compileGlob(tokens);
    tokens[0] = STAR;
    expect(matcher.matches('b')).toBe(false);
    expect([...matcher.tokens]).toEqual([97]);
  });

  test('matches literals longer than the arguments of one call', () => {
    const long = 'ab'.repeat(100_000);
    expect(compileGlob(long).literal).toBe(long);
  });

  test.each(['S3:getobject', 's3:GETOBJECT*', '*OBJECT', 's3:*OBJECT', 's3:g?t*OBJECT'])(
    'S61: `%s` without case',
    (pattern) => {
      const matcher = compileGlob(pattern, { ignoreCase: true });
      expect(matcher.matches('s3:GetObject')).toBe(true);
      expect(matcher.matches('S3:gETobjecT')).toBe(true);
      expect(matcher.matches('s3:GetObjec')).toBe(false);
      expect(compileGlob(pattern).matches('s3:GetObject')).toBe(false);
    },
  );

  test('S61: only ASCII letters lose their case', () => {
    const matcher = compileGlob('K[\u00e9', { ignoreCase: true });
    expect(matcher.matches('k[\u00e9')).toBe(true);
    expect(matcher.matches('\u212a[\u00e9')).toBe(false);
    expect(matcher.matches('k{\u00e9')).toBe(false);
    expect(matcher.matches('k[\u00c9')).toBe(false);
  });

  test('S92: matches between two offsets', () => {
    expect(compileGlob('b').matches('abc', 1, 2)).toBe(true);
    expect(compileGlob('b').matches('abc', 1)).toBe(false);
    expect(compileGlob('b*').matches('abc', 1)).toBe(true);
    expect(compileGlob('*b').matches('abc', 0, 2)).toBe(true);
    expect(compileGlob('a?').matches('abc', 0, 2)).toBe(true);
  });

  test('S66: a long head counts at the beginning only', () => {
    const head = 'arn:aws:s3:::reports-prod/';
    const matcher = compileGlob(`${head}*`);
    const filler = 'x'.repeat(head.length - 1);
    expect(matcher.matches(`${head}key`)).toBe(true);
    expect(matcher.matches(`${filler}/${head}key`)).toBe(false);
    expect(matcher.matches(`${filler}/${head}key`, head.length)).toBe(true);
    expect(matcher.matches(`${filler}/${head}key`, head.length - 1)).toBe(false);
    expect(matcher.matches(`${filler}x${head}key`, head.length)).toBe(true);
    expect(matcher.matches(`${head}${head}`, 1)).toBe(false);
    expect(matcher.matches(head.replace('prod', 'test'))).toBe(false);
  });
});
