import { describe, expect, test } from 'vitest';
import { compileArnPattern } from '../arn-pattern/compileArnPattern.ts';
import { compileGlob } from '../glob/compileGlob.ts';
import { tokenizeGlob } from '../glob/globTokens.ts';
import { SEGMENT_STAR, STAR } from './codes.ts';
import { endOfPieces, piecesOf } from './pieces.ts';

describe('piecesOf', () => {
  const whole = (codes: Int32Array): readonly string[] => piecesOf(codes, 0, codes.length);

  test('gives the literals between plain stars', () => {
    expect(whole(tokenizeGlob('*ab*c*'))).toEqual(['ab', 'c']);
  });

  test('S49, S51: gives none where a wildcard takes one character or stays inside its segment', () => {
    expect(whole(tokenizeGlob('*ab?c*'))).toEqual([]);
    expect(whole(tokenizeGlob('?*ab*'))).toEqual([]);
    expect(whole(Int32Array.of(STAR, 97, SEGMENT_STAR, 98, STAR))).toEqual([]);
    expect(whole(Int32Array.of(SEGMENT_STAR, 97, STAR))).toEqual([]);
  });

  test('gives none where the run does not begin and end with a star', () => {
    expect(whole(tokenizeGlob('a*b*'))).toEqual([]);
    expect(whole(tokenizeGlob('*a*b'))).toEqual([]);
  });
});

describe('endOfPieces', () => {
  test('takes each where it first occurs, from the start', () => {
    expect(endOfPieces('xabxcabc', ['ab', 'c'], 0)).toBe(5);
    expect(endOfPieces('xabxcabc', ['ab', 'c'], 2)).toBe(8);
  });

  test('wants them in order, without overlap', () => {
    expect(endOfPieces('cab', ['ab', 'c'], 0)).toBe(-1);
    expect(endOfPieces('aba', ['ab', 'ba'], 0)).toBe(-1);
  });
});

describe('S48: patterns of literals and stars', () => {
  type Row = readonly [pattern: string, text: string, matches: boolean];
  test.each<Row>([
    ['a*b*c', 'abc', true],
    ['a*b*c', 'axbxxbxc', true],
    ['a*b*c', 'acb', false],
    // A piece may not reach into the tail, nor into the head.
    ['a*bc*cd', 'abcd', false],
    ['a*bc*cd', 'axbcd', false],
    ['a*bc*cd', 'abccd', true],
    ['ab*bc*d', 'abcd', false],
    ['a*b*', 'a', false],
    ['*a*b*', 'ab', true],
    ['*a*b*', 'ba', false],
  ])('`%s` on `%s`', (pattern, text, matches) => {
    expect(compileGlob(pattern).matches(text)).toBe(matches);
    expect(compileGlob(pattern).matches(`x${text}bcd`, 1, 1 + text.length)).toBe(matches);
    expect(compileGlob(pattern, { ignoreCase: true }).matches(text.toUpperCase())).toBe(matches);
  });

  test('S51: a star in the middle of a segment does not cross its colon', () => {
    const matcher = compileArnPattern('arn:aws:s3:*:*:a*b*', { dialect: 'operator' });
    expect(matcher.matches('arn:aws:s3:eu:1:axb')).toBe(true);
    expect(matcher.matches('arn:aws:s3:a:b')).toBe(false);
    const resource = compileArnPattern('arn:aws:s3:e*u:1:a*b*', { dialect: 'resource' });
    expect(resource.matches('arn:aws:s3:e-u:1:ab')).toBe(true);
    expect(resource.matches('arn:aws:s3:e:u:1:ab')).toBe(false);
  });
});
