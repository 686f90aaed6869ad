import { expect, test } from 'vitest';
import { markdownCode, markdownTable, markdownText } from '@policywright/policy/text';

test('words and figures stay as they are', () => {
  const text = 'denied: no statement allows it, "Read" (rule S70) for 12 of 20 callers.';
  expect(markdownText(text)).toBe(text);
  expect(markdownText('Zugriff für alle')).toBe('Zugriff für alle');
});

test.each([
  ['s3:GetObject on arn:aws:s3:::b/k', '`s3:GetObject` on `arn:aws:s3:::b/k`'],
  ['ask @admin or see #12', 'ask `@admin` or see `#12`'],
  ['a@b.example www.c.example https://d.example', '`a@b.example www.c.example https://d.example`'],
  ['commit deadbeef1 and GH-12', 'commit `deadbeef1` and `GH-12`'],
  ['**bold** _it_ :tada: ~~no~~ $x$', '`**bold** _it_ :tada: ~~no~~ $x$`'],
  ['# no heading', '`#` no heading'],
  ['1. no list', '`1.` no list'],
])('%s: what is more than a word becomes code', (text, shown) => {
  expect(markdownText(text)).toBe(shown);
});

test.each([
  ['<img src=x>', '&#60;img `src=x`&#62;'],
  ['[x](https://e.example)', '&#91;x&#93;`(https://e.example)`'],
  ['a|b', 'a&#124;b'],
  ['a\nb', String.raw`${'`'}a\nb${'`'}`],
  ['&lt;', '`&lt;`'],
])('%s: what Markdown reads as its own becomes an entity', (text, shown) => {
  expect(markdownText(text)).toBe(shown);
});

test('what a message has in backticks is code, a backtick on its own is none', () => {
  expect(markdownText('found `Allow`, expected `Deny`')).toBe('found `Allow`, expected `Deny`');
  expect(markdownText('found `a<b`')).toBe('found `a`&#60;`b`');
  expect(markdownText('x` y')).toBe('x&#96; y');
  expect(markdownText('a/`b`')).toBe('`a/b`');
  expect(markdownText('a `` b')).toBe('a  b');
});

test('a value is code, all but what could end it', () => {
  expect(markdownCode('Read')).toBe('`Read`');
  expect(markdownCode('a b')).toBe('`a b`');
  expect(markdownCode('x` <b>')).toBe('`x`&#96; &#60;`b`&#62;');
  expect(markdownCode('')).toBe('');
});

test('a table has a hundred rows, and says how many more there are', () => {
  const table = markdownTable(
    ['a', 'b'],
    Array.from({ length: 102 }, () => ['x|y', '1']),
  );
  expect(table.split('\n').slice(0, 3)).toEqual(['| a | b |', '| --- | --- |', '| x&#124;y | 1 |']);
  expect(table.endsWith('| x&#124;y | 1 |\n\nand 2 more')).toBe(true);
});
