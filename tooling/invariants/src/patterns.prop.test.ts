import { compileArnPattern, compileGlob, formatArn, parseArn } from '@policywright/arn';
import { arn, pattern } from '@policywright/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from './check.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', '.'), maxLength: 10 });
const glob = fc.oneof(
  pattern(),
  fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 10 }),
);

/** The definition of a glob. */
function matches(pattern: string, text: string): boolean {
  const [unit = ''] = pattern;
  if (unit === '') return text === '';
  if (unit === '*')
    return matches(pattern.slice(1), text) || (text !== '' && matches(pattern, text.slice(1)));
  return text !== '' && (unit === '?' || unit === text[0]) && matches(pattern.slice(1), text.slice(1));
}

function compiledMatches(pattern: string, text: string): boolean {
  return compileGlob(pattern).matches(text);
}

test('10: a glob matches as its definition says', () => {
  check(
    fc.property(glob, text, (pattern, text) => {
      expect(compiledMatches(pattern, text)).toBe(matches(pattern, text));
    }),
  );
});

test('10: without case, a glob matches as in lower case, and only letters have a case', () => {
  // The letters at both ends of the alphabet, and the characters beside them.
  const units = fc.constantFrom('a', 'A', 'z', 'Z', '@', '[', '`', '{');
  const cased = fc.string({ unit: units, maxLength: 4 });
  check(
    fc.property(pattern(cased), cased, fc.boolean(), (text, other, isOther) => {
      const value = isOther ? other : text.replaceAll(/[*?]/g, 'Z').toUpperCase();
      const folded = compileGlob(text, { ignoreCase: true }).matches(value);
      expect(folded).toBe(matches(text.toLowerCase(), value.toLowerCase()));
    }),
  );
});

test('10: two stars are one, and a star and a question mark commute', () => {
  check(
    fc.property(glob, text, (pattern, text) => {
      const result = compiledMatches(pattern, text);
      expect(compiledMatches(pattern.replaceAll('*', '**'), text)).toBe(result);
      expect(compiledMatches(pattern.replaceAll('*?', '?*'), text)).toBe(result);
    }),
  );
});

test('10: a wildcard in place of a part only matches more', () => {
  check(
    fc.property(glob, text, fc.nat(10), fc.nat(4), (...[pattern, text, start, length]) => {
      if (!compiledMatches(pattern, text)) return;
      expect(compiledMatches(pattern.slice(0, start) + '*' + pattern.slice(start + length), text)).toBe(true);
      if (pattern[start] === undefined || pattern[start] === '*') return;
      expect(compiledMatches(pattern.slice(0, start) + '?' + pattern.slice(start + 1), text)).toBe(true);
    }),
  );
});

test('10: thousands of stars take no time that would be noticed', () => {
  const hard = compileGlob('*a'.repeat(3000) + 'b');
  expect(hard.matches('a'.repeat(1000))).toBe(false);
  const hardArn = compileArnPattern(`arn:aws:s3:::${'*a'.repeat(3000)}b`, { dialect: 'resource' });
  expect(hardArn.matches(`arn:aws:s3:::${'a'.repeat(1000)}`)).toBe(false);
});

/** The six components of an ARN, the last with all its colons. */
function componentsOf(text: string): readonly string[] {
  const parts = text.split(':');
  return parts.length < 6 ? [] : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** A pattern of ARNs, and an ARN that it matches unless its wildcards took colons. */
const arnPair = fc
  .tuple(pattern(arn()), arn(), fc.array(fc.constantFrom('', 'a', ':', 'a:b', 'b/k'), { maxLength: 4 }))
  .map(([text, other, fillings]): readonly [pattern: string, value: string] => {
    let index = 0;
    const filled = text.replace(/[*?]/g, (wildcard) => {
      const filling = fillings[index++] ?? 'x';
      return wildcard === '*' ? filling : filling.slice(0, 1) || 'x';
    });
    return [text, fillings.length === 0 ? other : filled];
  });

test('11: ArnLike compares six components, each on its own', () => {
  check(
    fc.property(arnPair, ([pattern, value]) => {
      const [wanted, given] = [componentsOf(pattern), componentsOf(value)];
      const expected =
        wanted.length === 6 && wanted.every((component, index) => matches(component, given[index] ?? ''));
      expect(compileArnPattern(pattern, { dialect: 'operator' }).matches(value)).toBe(expected);
    }),
  );
});

test('11: an ARN that is read and printed is itself', () => {
  check(
    fc.property(arn(), (value) => {
      const parts = parseArn(value);
      expect(parts && formatArn(parts)).toBe(value);
    }),
  );
});
