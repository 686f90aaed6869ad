import { expect, test } from 'vitest';
import { parsePointer, pointerTo } from './jsonPointer.ts';
import { locate, locateDeepest } from './locate.ts';
import { parseJson } from './parseJson.ts';

const { node: root } = parseJson('{"a/b":[10,{"~":true}],"":{"__proto__":1},"a/b":2}');
if (root === undefined) throw new Error('expected a tree');

test.each([
  ['/a~1b/0', 'number'],
  ['/a~1b/1/~0', 'boolean'],
  ['/', 'object'],
  ['//__proto__', 'number'],
  ['', 'object'],
  ['/a~1b', 'array'],
])('finds %j', (pointer, kind) => {
  expect(locate(root, pointer)?.kind).toBe(kind);
});

test.each(['a', '/b', '/a~1b/2', '/a~1b/00', '/a~1b/-1', '/a~1b/0/x', '//toString'])(
  'finds nothing at %j',
  (pointer) => {
    expect(locate(root, pointer)).toBeUndefined();
  },
);

test.each([
  ['/a~1b/1/~0', '/a~1b/1/~0', 'boolean'],
  ['/a~1b/1/c/d', '/a~1b/1', 'object'],
  ['/a~1b/2', '/a~1b', 'array'],
  ['/b/a~1b', '', 'object'],
  ['//x', '/', 'object'],
  ['', '', 'object'],
  ['no pointer', '', 'object'],
])('%j leads as far as %j', (pointer, found, kind) => {
  const deepest = locateDeepest(root, pointer);
  expect([deepest.pointer, deepest.node.kind]).toEqual([found, kind]);
});

test('pointers escape what they use themselves', () => {
  const pointer = pointerTo(pointerTo(pointerTo('', 'a/b'), 1), '~1');
  expect(pointer).toBe('/a~1b/1/~01');
  expect(parsePointer(pointer)).toEqual(['a/b', '1', '~1']);
});

test('the first of a repeated name is found, in a long object as in a short one', () => {
  const members = Array.from({ length: 40 }, (_, at) => `"k${at % 20}":${at}`);
  for (const length of [2, 40]) {
    const { node } = parseJson(`{"a":true,${members.slice(0, length).join(',')},"a":null}`);
    expect(node && locate(node, '/a')?.kind).toBe('boolean');
    expect(node && locate(node, '/k1')).toMatchObject({ kind: 'number', text: '1' });
    expect(node && locate(node, '/toString')).toBeUndefined();
  }
});
