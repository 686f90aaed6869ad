import { expect, test } from 'vitest';
import { printable } from '@policywright/policy/text';

test.each([
  ['a\nb\r\tc', String.raw`a\nb\r\tc`],
  ['\u001b[2J\u007f\u009b1m', String.raw`\u001b[2J\u007f\u009b1m`],
  ['\u2028\u2029', String.raw`\u2028\u2029`],
  ['admin\u202e\u2066\u200f\u061c', String.raw`admin\u202e\u2066\u200f\u061c`],
  ['a\u200bb\u2060c\ufeffd\u00ade\u3164', String.raw`a\u200bb\u2060c\ufeffd\u00ade\u3164`],
  ['\ufe0f\u{e0041}\u{e0100}', String.raw`\ufe0f\u{e0041}\u{e0100}`],
  ['\ud800 \udc00', String.raw`\ud800 \udc00`],
])('shows what cannot be seen: %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('leaves what people read letter for letter', () => {
  const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at)).join('');
  for (const text of [ascii, 'Zugriff für 日本語 😀', 'arn:aws:s3:::bucket/${aws:username}/*']) {
    expect(printable(text)).toBe(text);
  }
});

test('a line cannot begin with a command of a workflow, nor hold one of another runner', () => {
  expect(printable('::error::x')).toBe(String.raw`\u003a:error::x`);
  expect(printable('  ::error::x')).toBe(String.raw`  \u003a:error::x`);
  expect(printable('a ##[group]b ##vso[task]')).toBe(String.raw`a #\u0023[group]b #\u0023vso[task]`);
  expect(printable('a ## b :: c')).toBe('a ## b :: c');
});
