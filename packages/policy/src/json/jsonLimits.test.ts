import { expect, test } from 'vitest';
import { exceedsBytes, resolveLimits } from './jsonLimits.ts';

// A character of each length in UTF-8, at the bounds between them, pairs of surrogates, and halves of such.
const CHARACTERS = [
  'a',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\uffff',
  '\u{10000}',
  '\u{10ffff}',
  '\ud800',
  '\udc00',
];

test.each(CHARACTERS.map((character) => [character]))('the bytes of %j are those of UTF-8', (character) => {
  for (const text of [character, `a${character}`, character.repeat(3), `${character}b${character}`]) {
    const bytes = new TextEncoder().encode(text).length;
    expect([text, exceedsBytes(text, bytes - 1), exceedsBytes(text, bytes)]).toEqual([text, true, false]);
  }
});

test('an empty text exceeds nothing', () => {
  expect(exceedsBytes('', 0)).toBe(false);
});

test('limits are those that are given, no deeper than there can be', () => {
  expect(resolveLimits({ maxDepth: 3, maxBytes: 5 })).toEqual({ maxDepth: 3, maxBytes: 5 });
  expect(resolveLimits({ maxDepth: 100_000 }).maxDepth).toBe(1000);
  expect(resolveLimits()).toEqual(resolveLimits({}));
  expect(resolveLimits().maxDepth).toBe(256);
});
