import { expect, test } from 'vitest';
import { markdownTable } from './markdownTable.ts';

test('pads the columns and aligns figures to the right', () => {
  const table = { headings: ['engine', 'W1'], rows: [['casbin', '6.2 us'], ['a']] };
  expect(markdownTable(table).split('\n')).toEqual([
    '| engine |     W1 |',
    '| ------ | -----: |',
    '| casbin | 6.2 us |',
    '| a      |        |',
  ]);
});

test('aligns as many columns to the left as are text', () => {
  const table = {
    headings: ['consumer', 'check', 'seconds'],
    rows: [['vite', 'run', '1.0']],
    textColumns: 2,
  };
  expect(markdownTable(table).split('\n')).toEqual([
    '| consumer | check | seconds |',
    '| -------- | ----- | ------: |',
    '| vite     | run   |     1.0 |',
  ]);
});
