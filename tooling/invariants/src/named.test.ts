import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = new URL('.', import.meta.url);
const TABLE = new URL('../../../docs/invariants.md', import.meta.url);

/** The invariants that the properties of this folder are about. */
const NUMBERS = Array.from({ length: 32 }, (_, index) => index + 1);

test('every invariant has a property that is named by its number', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.prop.test.ts'));
  const titles = files.flatMap((file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    return [...text.matchAll(/\btest(?:\.each\([^;]*?\))?\(\s*'(\d+): /g)].map(([, number]) =>
      Number(number),
    );
  });
  expect([...new Set(titles)].sort((one, other) => one - other)).toEqual(NUMBERS);
});

test('the table of faults has rows for each of them, in order', () => {
  const rows = readFileSync(TABLE, 'utf8').matchAll(/^\| *(\d+) *\|/gm);
  expect([...new Set(Array.from(rows, ([, number]) => Number(number)))]).toEqual(NUMBERS);
});
