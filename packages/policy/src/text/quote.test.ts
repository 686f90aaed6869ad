import { expect, test } from 'vitest';
import { quote, quoteAll } from '@policywright/policy/text';

test('quotes in backticks, which the text cannot close', () => {
  expect(quote('s3:Get*')).toBe('`s3:Get*`');
  expect(quote('a`b\nc')).toBe(String.raw`${'`'}a\u0060b\nc${'`'}`);
});

test('cuts what is long', () => {
  expect(quote('x'.repeat(100))).toBe(`\`${'x'.repeat(100)}\``);
  expect(quote('x'.repeat(101))).toBe(`\`${'x'.repeat(99)}…\``);
});

test('names the first three of a list', () => {
  expect(quoteAll(['a', 'b', 'c'])).toBe('`a`, `b`, `c`');
  expect(quoteAll(['a', 'b', 'c', 'd', 'e'])).toBe('`a`, `b`, `c` and 2 more');
});
