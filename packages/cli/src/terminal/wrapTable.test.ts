import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapTable } from './wrapTable.ts';

test('columns are as wide as their cells where there is room', () => {
  const rows = [
    ['NAME', 'ACTIONS'],
    ['cluster', '19'],
  ];
  expect(wrapTable(rows, { width: 40 })).toEqual(['NAME     ACTIONS', 'cluster  19']);
});

test('where there is none the widest gives way, and is broken between words', () => {
  expect(wrapTable([['name', 'a sentence of several words']], { width: 20 })).toEqual([
    'name  a sentence of',
    '      several words',
  ]);
});

test('a word that is too long is broken behind a part of an ARN, else where the line ends', () => {
  expect(wrapTable([['arn:*:ecs:*:*:cluster/${ClusterName}']], { width: 30 })).toEqual([
    'arn:*:ecs:*:*:cluster/',
    '${ClusterName}',
  ]);
  // The mark that ends the part has to fit on the line with it.
  expect(wrapTable([['arn:aws:ecs:cluster/name']], { width: 20 })).toEqual(['arn:aws:ecs:cluster/', 'name']);
  expect(wrapTable([['arn:aws:ecs:cluster/name']], { width: 19 })).toEqual(['arn:aws:ecs:', 'cluster/name']);
  expect(wrapTable([['x'.repeat(25)]], { width: 10 })).toEqual([
    'x'.repeat(10),
    'x'.repeat(10),
    'x'.repeat(5),
  ]);
});

test('an address stays whole', () => {
  expect(wrapTable([['page', 'see https://docs.example/a/long/path']], { width: 20 })).toEqual([
    'page  see',
    '      https://docs.example/a/long/path',
  ]);
});

test('a column can have a bound of its own', () => {
  expect(wrapTable([['one two', 'three']], { width: 40, most: [4] })).toEqual(['one   three', 'two']);
});

test('no row has a word less, and no line is wider', () => {
  const cell = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const lines = wrapTable(
        rows.map((cells) => cells.map((words) => words.join(' '))),
        { width: 30 },
      );
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
      const words = lines
        .join(' ')
        .split(/ +/)
        .filter((word) => word !== '');
      expect(words.sort()).toEqual(rows.flat(2).sort());
    }),
  );
});
