import { describe, expect, test } from 'vitest';
import { restOfMessage, startOfMessage, unescapeText } from './sentenceText.ts';

describe('restOfMessage', () => {
  test('reads no more of a text than its bound, however long that is', () => {
    const text = 'x'.repeat(100_000);
    expect(restOfMessage(text, 10)).toHaveLength(16_384);
    expect(startOfMessage(text, 50_000)).toHaveLength(1_024);
    expect(startOfMessage(text, 10)).toBe('x'.repeat(10));
  });

  test('ends at the next message, an empty line, and the end of an element', () => {
    expect(restOfMessage('a on b. X is not  authorized to perform c', 2)).toBe('on b. X is ');
    expect(restOfMessage('a on\nb \n \nc', 2)).toBe('on b ');
    expect(restOfMessage('a on b │\n│\n│ c', 2)).toBe('on b ');
    expect(restOfMessage('a on b</Message>c', 2)).toBe('on b');
  });

  test('is one line, in which only spaces stay as they are', () => {
    expect(restOfMessage('on  a\n> b\tc', 0)).toBe('on  a b c');
  });
});

test('startOfMessage is one line, without the escapes before quotation marks', () => {
  const text = 'at \\\\"x\\n&quot;y&#x27;&#39; is not';
  expect(startOfMessage(text, text.indexOf(' is not'))).toBe(`at "x "y''`);
});

describe('unescapeText', () => {
  test.each([
    ['plain \\" text', 'plain " text'],
    ['\\u0041\\" b', 'A" b'],
    ['two \\\\\\" deep', 'two " deep'],
    ['a &lt;b&gt; &amp;amp; &apos;', "a <b> &amp; '"],
    ['a &other; &#65;', 'a &other; A'],
    ['inside</a> outside', 'inside'],
    ['no mark \\n', 'no mark \\n'],
  ])('%s is %s', (text, plain) => {
    expect(unescapeText(text)).toBe(plain);
  });
});
