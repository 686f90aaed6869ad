import { describe, expect, test } from 'vitest';
import { mapInto } from './offsetMap.ts';

/** What stands in the text for a part of the value. */
function partOf(written: string, value: string, part: string): string {
  const text = `key: ${written}\nnext: 1`;
  const start = text.indexOf(written);
  const map = mapInto(text, { kind: 'string', start, end: start + written.length, value });
  const at = value.indexOf(part);
  return text.slice(map.start(at), map.end(at + part.length));
}

describe('mapInto', () => {
  test.each([
    ['a JSON string', '"a \\"b\\" c"', 'a "b" c', '"b"', '\\"b\\"'],
    ['its end', '"a\\u0041"', 'aA', 'A', '\\u0041'],
    ['a plain scalar', 'abc def', 'abc def', 'def', 'def'],
    ['the whole of a plain scalar', 'abc', 'abc', 'abc', 'abc'],
    ['a folded scalar', 'abc\n  def ghi', 'abc def ghi', 'def', 'def'],
    ['a folded scalar, over the fold', 'abc\n  def', 'abc def', 'c d', 'c\n  d'],
    ['a folded scalar without indentation', 'abc\ndef', 'abc def', 'def', 'def'],
    ['a quoted scalar', "'it''s so'", "it's so", 'so', 'so'],
    ['a block scalar', '|\n  ab\n  cd\n', 'ab\ncd\n', 'cd', 'cd'],
    ['a folded block', '>\n  ab\n  cd\n', 'ab cd\n', 'b c', 'b\n  c'],
  ])('finds a part of %s', (_, written, value, part, expected) => {
    expect(partOf(written, value, part)).toBe(expected);
  });

  test('gives the whole where the text is written in other characters', () => {
    expect(partOf('"a\\x62c"', 'abd', 'd')).toBe('"a\\x62c"');
    expect(partOf('abc', 'abcd', 'd')).toBe('abc');
    expect(partOf('"ab"', 'abc', 'c')).toBe('"ab"');
  });
});
