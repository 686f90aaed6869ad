import { afterEach, describe, expect, test, vi } from 'vitest';
import { compileArnPattern } from '../arn-pattern/compileArnPattern.ts';
import { compileGlob } from '../glob/compileGlob.ts';
import type { Matcher } from '../model/matcher.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many characters of the text a match looks at: its steps, but for those that only move in the pattern. */
function readsOf(matcher: Matcher, text: string): number {
  const reads = vi.spyOn(String.prototype, 'charCodeAt');
  matcher.matches(text);
  const count = reads.mock.calls.length;
  reads.mockRestore();
  return count;
}

const stars = (piece: string, count: number): string => `${piece}*`.repeat(count);

describe('BUDGETS: a match costs O(pattern x text)', () => {
  const cases: readonly (readonly [title: string, pattern: string, text: string])[] = [
    ['a*a*...?b', `${stars('a', 50)}?b`, 'a'.repeat(200)],
    ['a*a*...bc, past the suffix', `${stars('a', 50)}b?c`, `${'a'.repeat(200)}cc`],
    ['*a?a?...b*', `*${'a?'.repeat(40)}b*`, 'a'.repeat(300)],
    ['*?aaab* in aaaa', `*${'a'.repeat(60)}?b*`, 'a'.repeat(300)],
    ['stars kept in one segment', `arn:aws:s3:${stars('a', 60)}b?:1:r`, `arn:aws:s3:${'a'.repeat(300)}:1:r`],
    [
      'both kinds of stars',
      `*:${stars('a', 20)}b?:${stars('a', 20)}b?:${stars('a', 20)}b?c:r`,
      `${'aaaab:'.repeat(60)}r`,
    ],
    ['both kinds, many colons', `*:a*b:a*b:a*b?c:r`, `${':ab'.repeat(200)}:r`],
    [
      'both kinds, long stretches',
      `*:?*a:?*${'a'.repeat(30)}c?:r*?r`,
      `${`${'a'.repeat(100)}:`.repeat(5)}rr`,
    ],
    ['many colons, then a star in the resource', `*:a*a:a*a:a*a:${stars('a', 20)}b?`, ':aa'.repeat(100)],
  ];

  describe.each(cases)('%s', (...[, pattern, text]) => {
    const bound = 2 * (pattern.length + 1) * (text.length + 1);

    test('as a plain pattern', () => {
      expect(readsOf(compileGlob(pattern), text)).toBeLessThan(bound);
    });

    test('as a resource', () => {
      const matcher = compileArnPattern(pattern, { dialect: 'resource' });
      expect(readsOf(matcher, text)).toBeLessThan(bound);
    });

    test('as an operator value', () => {
      const matcher = compileArnPattern(pattern, { dialect: 'operator' });
      expect(readsOf(matcher, text)).toBeLessThan(bound);
    });
  });

  test('3,000 stars against 1,000 characters: no star looks at a character twice', () => {
    const text = 'a'.repeat(1000);
    expect(readsOf(compileGlob(`${stars('a', 900)}${'*'.repeat(2100)}b?`), text)).toBeLessThan(4000);
    expect(readsOf(compileGlob(`${stars('?', 3000)}b?`), text)).toBe(0);
  });
});
