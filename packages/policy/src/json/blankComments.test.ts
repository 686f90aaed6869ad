import { expect, test } from 'vitest';
import { blankComments } from './blankComments.ts';

test.each([
  ['{ // one\n"a": 1 }', '{       \n"a": 1 }'],
  ['{ /* one\r\ntwo */ "a": 1 }', '{       \r\n       "a": 1 }'],
  ['[1, 2, ]', '[1, 2  ]'],
  ['{"a": [1,], // x\n}', '{"a": [1 ]      \n}'],
  ['["// no", "/* no */", ",]"]', '["// no", "/* no */", ",]"]'],
  ['["\\", // no"]', '["\\", // no"]'],
  ['[1 / 2]', '[1 / 2]'],
  ['[1, "]', '[1, "]'],
])('%j becomes %j', (text, expected) => {
  expect(blankComments(text)).toBe(expected);
});

test('takes linear time for what never ends', () => {
  const open = '/* '.repeat(500_000);
  expect(blankComments(open)).toBe(' '.repeat(open.length));
  expect(blankComments(','.repeat(100_000))).toBe(','.repeat(100_000));
});
