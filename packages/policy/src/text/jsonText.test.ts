import { expect, test } from 'vitest';
import { jsonText } from '@policywright/policy/text';

test('a reader gets the same value from text that a terminal can take', () => {
  const value = { 'a\u202e': ['\n\u009b\u007f', '\u{e0041}', '##[group]', 'für 😀'], n: 1 };
  const text = jsonText(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text.split('\n')[1]).toBe(String.raw`  "a\u202e": [`);
  expect(text).toContain(String.raw`"\n\u009b\u007f"`);
  expect(text).toContain(String.raw`"\udb40\udc41"`);
  expect(text).toContain(String.raw`"#\u0023[group]"`);
  expect(text).toContain('"für 😀"');
});

test('it can be one line, and leave out what a replacer says', () => {
  expect(jsonText({ a: 1, b: 2 }, { compact: true })).toBe('{"a":1,"b":2}');
  expect(jsonText({ a: 1 }, { replacer: (_, value) => (value === 1 ? 'one' : value), compact: true })).toBe(
    '{"a":"one"}',
  );
});
