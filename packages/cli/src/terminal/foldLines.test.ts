import { expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';
import { foldLines } from './foldLines.ts';

const terminal = { write: () => undefined, isTTY: true };
const widths = (text: string): readonly number[] =>
  // eslint-disable-next-line no-control-regex
  text.split('\n').map((line) => line.replaceAll(/\u001b\[\d*m/g, '').length);

test('on a terminal a long line is broken between words, in a pipe it stays', () => {
  const line = 'word '.repeat(100).trim();
  const folded = foldLines(terminal, `short\n${line}\nshort`);
  expect(Math.max(...widths(folded))).toBeLessThanOrEqual(200);
  expect(folded.split('\n').at(0)).toBe('short');
  expect(folded.split('\n').at(2)).toMatch(/^ {6}word/);
  expect(folded.replaceAll(/\n {6}/g, ' ')).toBe(`short\n${line}\nshort`);
  expect(foldLines({ ...terminal, isTTY: false }, line)).toBe(line);
});

test('a word that is longer than a line is cut, and escapes take no room', () => {
  expect(widths(foldLines(terminal, 'x'.repeat(500)))).toEqual([200, 200, 112]);
  const coloured = '\u001b[31mred\u001b[0m '.repeat(40);
  expect(foldLines(terminal, coloured)).toBe(coloured);
});

test('no finding is wider than a person reads, however long what it names', async () => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'iam:TagResource', Resource: '*' },
      { Effect: 'Allow', Action: `s3:Get${'x'.repeat(400)}`, Resource: `arn:aws:${'x'.repeat(600)}:::y` },
    ],
  });
  const { stdout } = await runInMemory(['lint', '--type', 'identity', '-'], { stdin: text, isTTY: true });
  expect(stdout).toContain('`iam:TagRole`');
  expect(Math.max(...widths(stdout))).toBeLessThanOrEqual(200);
});

test('no row of the catalog is wider than that where the width of the terminal is not known', async () => {
  for (const query of [
    ['actions', 'ec2'],
    ['permissions', 'ec2:RunInstances'],
    ['keys', 'aws'],
    ['resources', 'ec2'],
  ]) {
    const { stdout } = await runInMemory(['catalog', ...query], { isTTY: true });
    expect(Math.max(...widths(stdout))).toBeLessThanOrEqual(200);
  }
});
