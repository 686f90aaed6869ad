import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPositionFinder, positionAt } from './positionAt.ts';

test.each([
  ['', 0, 1, 1],
  ['ab', 1, 1, 2],
  ['ab', 2, 1, 3],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 2, 1, 3],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['\n\n', 2, 3, 1],
  ['\u{1f600}x', 2, 1, 3],
  ['ab', 99, 1, 3],
  ['ab', -1, 1, 1],
  ['ab', Number.NaN, 1, 1],
])('in %j offset %d is line %d, column %d', (text, offset, line, column) => {
  expect(positionAt(text, offset)).toMatchObject({ line, column });
});

test('the table of lines gives the same positions as a pass over the text', () => {
  const texts = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const positionOf = createPositionFinder(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        expect(positionOf(offset)).toEqual(positionAt(text, offset));
      }
    }),
  );
});
