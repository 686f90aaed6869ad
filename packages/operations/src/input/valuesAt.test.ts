import { describe, expect, test } from 'vitest';
import { isLackedBySome, isObject, textOf, textsAt, valuesAt } from './valuesAt.ts';

describe('the values of a member', () => {
  test.each<readonly [string, unknown, string, readonly unknown[]]>([
    ['are one', { a: 1 }, 'a', [1]],
    ['are those of a list', { a: [1, 2] }, 'a', [1, 2]],
    ['stand deeper', { a: { b: { c: 1 } } }, 'a.b.c', [1]],
    ['are in several entries of lists on the way', { a: [{ b: 1 }, { b: [2, 3] }, {}] }, 'a.b', [1, 2, 3]],
    ['are in lists of lists', { a: [[{ b: 1 }], [{ b: 2 }]] }, 'a.b', [1, 2]],
    ['are behind a map that the path leaves out', { a: { x: { b: 1 }, y: { b: 2 } } }, 'a.b', [1, 2]],
    ['are the keys of a map', { a: { x: 1, y: 2 } }, 'a.%', ['x', 'y']],
    ['are spelt with the first letter in the other case', { A: { b: 1 } }, 'a.B', [1]],
    ['are those of the name as it is, where both are there', { a: 1, A: 2 }, 'a', [1]],
    ['are none where it is not there', { a: 1 }, 'b', []],
    ['are none where it is null', { a: null, b: undefined }, 'a', []],
    ['are none of what has no members', { a: 'text' }, 'a.b', []],
    ['are none of what is no object', 'text', 'a', []],
    ['are none of null', null, 'a', []],
    ['are no members that every object has', {}, 'toString', []],
  ])('%s', (_, input, path, expected) => {
    expect(valuesAt(input, path)).toEqual(expected);
  });

  test('are the first thousand of more', () => {
    const many = Array.from({ length: 1500 }, (_, index) => index);
    const first = many.slice(0, 1000);
    expect(valuesAt({ a: many }, 'a')).toEqual(first);
    expect(valuesAt({ a: many.slice(0, 1000) }, 'a')).toEqual(first);
    expect(valuesAt({ a: many.map((b) => ({ b })) }, 'a.b')).toEqual(first);
    expect(valuesAt({ a: [{ b: many }] }, 'a.b')).toEqual(first);
  });
});

test('a member is lacked by some entries of the list that it stands in, or by none', () => {
  expect(isLackedBySome({ a: [{ b: 1 }, { c: 1 }] }, 'a.b')).toBe(true);
  expect(isLackedBySome({ a: [{ b: 1 }, { b: 2 }] }, 'a.b')).toBe(false);
  expect(isLackedBySome({ a: [] }, 'a.b')).toBe(false);
  expect(isLackedBySome({}, 'a')).toBe(false);
  expect(isLackedBySome({ a: { b: [{ c: 1 }, {}] } }, 'a.b.c')).toBe(true);
});

test('an object has members by name: lists, streams, dates and bytes have none', () => {
  expect([{}, { a: 1 }, new Map()].map(isObject)).toEqual([true, true, true]);
  const others = [null, undefined, 'a', 1, [], new Uint8Array(1), new Date(0)];
  expect(others.map(isObject)).toEqual(others.map(() => false));
});

test('texts are those of a member, numbers and truths as JSON has them, without what is no text', () => {
  expect(textsAt({ a: ['x', 1, true, {}, null] }, 'a')).toEqual(['x', '1', 'true']);
  expect(textsAt({}, 'a')).toEqual([]);
  expect(textsAt({ a: {} }, 'a')).toEqual([]);
  expect([textOf(false), textOf(0), textOf(''), textOf(null), textOf([])]).toEqual([
    'false',
    '0',
    '',
    undefined,
    undefined,
  ]);
});
