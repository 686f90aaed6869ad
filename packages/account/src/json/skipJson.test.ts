import { expect, test } from 'vitest';
import { NO_JSON, skipPlainString, skipValue } from './skipJson.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  '""',
  '"a\\"b\\\\ \\u00e9 \\/"',
  '"é\u{1f600}"',
  '0',
  '-0.5e+10',
  '12',
  '1E5',
  'true',
  'false',
  'null',
  '[]',
  '[ 1 , [ 2 ] ,\n{} ]',
  '{}',
  '{ "a" : { "b" : [ "}" ] } , "a" : null }',
])('%s ends where it ends', (text) => {
  JSON.parse(text);
  const bytes = bytesOf(`${text},`);
  expect(skipValue(bytes, 0)).toBe(bytes.length - 1);
});

test.each([
  '',
  '"',
  '"a',
  '"a\n"',
  '"\u0000"',
  '"\\x"',
  '"\\u12g4"',
  '"\\u12',
  '-',
  '+1',
  '.5',
  '1.',
  '1e',
  'tru',
  'nul ',
  'True',
  "'a'",
  '[1,]',
  '[,]',
  '[1 2]',
  '[1}',
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  '{a:1}',
  '{"a":1',
])('%s is no JSON', (text) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(skipValue(bytesOf(text), 0)).toBe(NO_JSON);
});

test('what is nested deeper than anybody nests it is not looked at', () => {
  const nested = (depth: number): Uint8Array => bytesOf('['.repeat(depth) + ']'.repeat(depth));
  expect(skipValue(nested(200), 0)).toBe(400);
  expect(skipValue(nested(201), 0)).toBe(NO_JSON);
  expect(skipValue(nested(1_000_000), 0)).toBe(NO_JSON);
});

test('a plain string has no escapes', () => {
  expect(skipPlainString(bytesOf('"eventName":'), 1)).toBe(11);
  expect(skipPlainString(bytesOf('"event\\u004eame":'), 1)).toBe(NO_JSON);
  expect(skipPlainString(bytesOf('"event'), 1)).toBe(NO_JSON);
});
