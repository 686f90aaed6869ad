import { expect, test } from 'vitest';
import { changedLines } from './changedLines.ts';

test.each<[string, string, string, readonly string[]]>([
  ['nothing', 'a\nb', 'a\nb', []],
  ['a line that changes', 'a\nb\nc', 'a\nB\nc', ['  line 2', '  - b', '  + B']],
  ['a line that goes', 'a\nb\nc', 'a\nc', ['  line 2', '  - b']],
  ['a line that comes', 'a\nc', 'a\nb\nc', ['  line 2', '  + b']],
  [
    'two changes apart',
    'a\nb\nc\nd',
    'A\nb\nc\nD',
    ['  line 1', '  - a', '  + A', '  line 4', '  - d', '  + D'],
  ],
  ['the last lines', 'a\nb\nc', 'a', ['  line 2', '  - b', '  - c']],
  ['what cannot be printed', 'a', '\u001b[31m', ['  line 1', '  - a', '  + \\u001b[31m']],
])('%s', (_, before, after, expected) => {
  expect(changedLines(before, after)).toBe(expected.join('\n'));
});
