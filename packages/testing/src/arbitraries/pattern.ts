import * as fc from 'fast-check';

/** One replacement of a part of a text by a wildcard. */
interface Blot {
  readonly start: number;
  readonly length: number;
  readonly wildcard: '*' | '?';
}

const blot: fc.Arbitrary<Blot> = fc.record({
  start: fc.nat({ max: 60 }),
  length: fc.nat({ max: 12 }),
  wildcard: fc.constantFrom('*', '?'),
});

/**
 * Wildcard patterns.
 *
 * @param text - what the patterns are made from, by putting `*` for a part or `?` for a character of it,
 * up to three times; short texts of few letters unless given.
 * @returns an arbitrary that shrinks to fewer wildcards.
 */
export function pattern(text: fc.Arbitrary<string> = shortText()): fc.Arbitrary<string> {
  return fc
    .tuple(text, fc.array(blot, { maxLength: 3 }))
    .map(([plain, blots]) => blots.reduce(applyBlot, plain));
}

function applyBlot(text: string, { start, length, wildcard }: Blot): string {
  const at = start % (text.length + 1);
  const end = wildcard === '?' ? at + Math.min(length, 1) : at + length;
  return text.slice(0, at) + wildcard + text.slice(end);
}

function shortText(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('a', 'b', ':', '/', 'A'), maxLength: 10 });
}
