import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languagesOverlap, type Language } from './languagesOverlap.ts';

const language = (text: string): Language =>
  text
    .split('')
    .map((character) =>
      character === '+' ? { without: '/' } : character === '*' ? { without: '' } : character,
    );

describe('languagesOverlap', () => {
  test.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'ab', false],
    ['', '', true],
    ['+', '', false],
    ['+', 'abc', true],
    ['+', 'a/b', false],
    ['*', 'a/b', true],
    ['a/+', 'a/+/x', false],
    ['a/*', 'a/+/x', true],
    ['+/x', 'y/+', true],
    ['+b', 'a+', true],
    ['+', '/*', false],
  ])('`%s` and `%s`: %s', (left, right, expected) => {
    expect(languagesOverlap(language(left), language(right))).toBe(expected);
    expect(languagesOverlap(language(right), language(left))).toBe(expected);
  });

  test('agrees with trying every short text', () => {
    const texts = ['a', 'b', '/'].flatMap((first) => [
      first,
      ...['a', 'b', '/'].flatMap((second) => [
        first + second,
        ...['a', 'b', '/'].map((third) => first + second + third),
      ]),
    ]);
    const has = (items: Language, text: string): boolean => {
      const [item, ...rest] = items;
      if (item === undefined) return text === '';
      if (typeof item === 'string') return text.startsWith(item) && has(rest, text.slice(1));
      for (let length = 1; length <= text.length; length++) {
        if (item.without !== '' && text.slice(0, length).includes(item.without)) return false;
        if (has(rest, text.slice(length))) return true;
      }
      return false;
    };
    // Two languages of at most three items share a text of at most three characters, or none.
    const pattern = fc
      .array(fc.constantFrom('a', 'b', '/', '+', '*'), { minLength: 1, maxLength: 2 })
      .map((parts) => language(parts.join('')));
    fc.assert(
      fc.property(pattern, pattern, (left, right) => {
        expect(languagesOverlap(left, right)).toBe(texts.some((text) => has(left, text) && has(right, text)));
      }),
    );
  });
});
