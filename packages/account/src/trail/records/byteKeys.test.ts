import { describe, expect, test } from 'vitest';
import { ByteKeys } from './byteKeys.ts';

const encoder = new TextEncoder();

function numberOf(keys: ByteKeys, start: number, ...parts: readonly (string | undefined)[]): number {
  keys.start(start);
  for (const part of parts) {
    const bytes = encoder.encode(part);
    keys.add(bytes, part === undefined ? -1 : 0, part === undefined ? -1 : bytes.length);
  }
  return keys.number();
}

function textNumber(keys: ByteKeys, text: string): number {
  keys.start(0);
  keys.addText(text);
  return keys.number();
}

describe('ByteKeys', () => {
  test('the same key has the same number, and another one the next', () => {
    const keys = new ByteKeys();
    expect(numberOf(keys, 0, '"a"', 'true')).toBe(0);
    expect(numberOf(keys, 0, '"a"', 'false')).toBe(1);
    expect(numberOf(keys, 1, '"a"', 'true')).toBe(2);
    expect(numberOf(keys, 0, '"a"', 'true')).toBe(0);
    expect(keys.size).toBe(3);
  });

  test('where a part ends counts, and whether there is one', () => {
    const keys = new ByteKeys();
    const all = [['1', '23'], ['12', '3'], ['123'], ['123', undefined], [undefined, '123']];
    expect(new Set(all.map((parts) => numberOf(keys, 0, ...parts))).size).toBe(5);
  });

  test('of many keys each is found again, long ones too', () => {
    const keys = new ByteKeys();
    const text = (index: number): string => `"${index} ${'x'.repeat(index % 3000)}"`;
    for (let index = 0; index < 20_000; index++) expect(numberOf(keys, 0, text(index))).toBe(index);
    for (let index = 0; index < 20_000; index += 7) expect(numberOf(keys, 0, text(index))).toBe(index);
  });

  test('texts differ by all that is in them', () => {
    const keys = new ByteKeys();
    const texts = [
      '',
      'a',
      '\u0000',
      'é',
      'ÿ',
      '\u00ff\u0000',
      '\uff00',
      '\u00ff\u00ff',
      '\uffff',
      '\ud83d',
      '\u{1f600}',
    ];
    expect(new Set(texts.map((text) => textNumber(keys, text))).size).toBe(texts.length);
  });

  test('what is looked for only is not kept', () => {
    const keys = new ByteKeys();
    keys.start(0);
    keys.addText('a');
    expect(keys.find()).toBeUndefined();
    expect(keys.size).toBe(0);
    expect(keys.number()).toBe(0);
    expect(keys.find()).toBe(0);
  });

  test('there are so many at some time that one had better begin anew', () => {
    const keys = new ByteKeys();
    for (let index = 0; index < 160; index++) numberOf(keys, index, 'x'.repeat(100_000));
    expect(keys.isFull).toBe(false);
    for (let index = 160; index < 170; index++) numberOf(keys, index, 'x'.repeat(100_000));
    expect(keys.isFull).toBe(true);
  });
});
