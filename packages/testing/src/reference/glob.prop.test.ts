import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossingAll, globMatches, normalizeWildcards, piecesOf } from './glob.ts';

const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 8 });

/** The definition, by recursion. */
function matches(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*'))
    return matches(pattern.slice(1), text) || (text !== '' && matches(pattern, text.slice(1)));
  const fits = text !== '' && (pattern.startsWith('?') || pattern[0] === text[0]);
  return fits && matches(pattern.slice(1), text.slice(1));
}

test('S48, S49: a glob matches as its definition says, normalised or not', () => {
  fc.assert(
    fc.property(pattern, text, (pattern, text) => {
      const pieces = piecesOf(pattern);
      expect(globMatches(crossingAll(pieces), text)).toBe(matches(pattern, text));
      expect(globMatches(crossingAll(normalizeWildcards(pieces)), text)).toBe(matches(pattern, text));
    }),
    { numRuns: 2000 },
  );
});

test('a pattern of many stars takes time in proportion to pattern and text', () => {
  const pieces = crossingAll(piecesOf('*a'.repeat(300) + 'b'));
  expect(globMatches(pieces, 'a'.repeat(300))).toBe(false);
});
