import { expect, test } from 'vitest';
import { markdownTable } from '../markdownTable.ts';
import { releaseTable } from './releaseTable.ts';

test('a row says what becomes of a package and how large it is', () => {
  const table = releaseTable([
    { name: 'a', oldVersion: '0.1.0', newVersion: '0.2.0', packed: 1234, unpacked: 5678, files: 9 },
  ]);
  expect(markdownTable(table).split('\n').at(-1)).toBe(
    '| a       | 0.1.0 → 0.2.0 |  1.2 kB |   5.7 kB |     9 |',
  );
});
