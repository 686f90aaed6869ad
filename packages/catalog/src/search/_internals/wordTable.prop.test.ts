import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../names/_internals/editDistance.ts';
import { FIT, WordTable } from './wordTable.ts';

// Many letters, so that texts differ in which they have, and digits, which share a bit with letters.
const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
  minLength: 4,
  maxLength: 12,
});

/** A word, and the same with an edit or two, or another. */
const pair = fc.tuple(
  word,
  word,
  fc.nat(12),
  fc.nat(12),
  fc.constantFrom('lost', 'added', 'swapped', 'other'),
);

test('a word is misspelt for what is within its edits, and for nothing else', () => {
  const found = { near: 0, far: 0 };
  fc.assert(
    fc.property(pair, ([text, other, first, second, change]) => {
      const at = first % text.length;
      const changed = {
        lost: text.slice(0, at) + text.slice(at + 1),
        added: `${text.slice(0, at)}${other.charAt(second % other.length)}${text.slice(at)}`,
        swapped:
          text.slice(0, at) +
          text
            .slice(at, at + 2)
            .split('')
            .toReversed()
            .join('') +
          text.slice(at + 2),
        other,
      }[change];
      const fits = new Uint8Array(1);
      new WordTable([[text]]).addMisspelt(changed, fits);
      const limit = changed.length > 6 ? 2 : 1;
      const isNear = changed.length > 3 && editDistance(changed, text, limit) <= limit;
      found[isNear ? 'near' : 'far']++;
      expect([changed, text, fits[0]]).toEqual([changed, text, isNear ? FIT.misspelt : 0]);
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(Math.min(found.near, found.far)).toBeGreaterThan(200);
});
