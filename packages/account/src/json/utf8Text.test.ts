import { expect, test } from 'vitest';
import { startOfText, utf8Text } from './utf8Text.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('texts are what they were encoded from', () => {
  const text = 'a\u007f\u0080é\u07ff\u0800\ud7ff\ue000\uffff\u{10000}\u{1f600}\u{10ffff}';
  const long = text.repeat(1000);
  expect(utf8Text(new TextEncoder().encode(long))).toBe(long);
  expect(utf8Text(new TextEncoder().encode(text), 0, 2)).toBe('a\u007f');
});

test('of all sequences that may begin a character, what is none becomes U+FFFD as in the Encoding Standard', () => {
  const interesting = [
    0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff,
  ];
  for (const one of interesting) {
    for (const two of interesting) {
      for (const three of interesting) {
        for (const end of [[], [0x80], [0xbf, 0x41], [0xf0]]) {
          const bytes = Uint8Array.from([one, two, three, ...end]);
          expect(utf8Text(bytes), bytes.join(' ')).toBe(decoded(bytes));
        }
      }
    }
  }
});

test('a text begins behind the mark of its encoding', () => {
  expect(startOfText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41]))).toBe(3);
  expect(startOfText(Uint8Array.from([0xef, 0xbb, 0x41]))).toBe(0);
  expect(startOfText(new Uint8Array())).toBe(0);
});
