import { expect, it } from 'vitest';
import { markdownTable } from './markdownTable.ts';

it('pads the columns and aligns figures to the right', () => {
  const table = { headings: ['engine', 'W1'], rows: [['casbin', '6.2 us'], ['a']] };
  expect(markdownTable(table).split('\n')).toEqual([
    '| engine |     W1 |',
    '| ------ | -----: |',
    '| casbin | 6.2 us |',
    '| a      |        |',
  ]);
});
