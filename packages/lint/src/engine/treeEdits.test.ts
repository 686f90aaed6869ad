import { parseJson, printJson, type JsonNode } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import {
  objectAt,
  textAt,
  TreeEdits,
  withMember,
  withName,
  withoutMember,
  withoutRepeated,
} from './treeEdits.ts';

function read(text: string): JsonNode {
  const { node } = parseJson(text);
  if (node === undefined) throw new Error('no JSON');
  return node;
}

const text = (node: JsonNode): string => printJson(node).replaceAll(/\s+/g, '');

describe('the members of an object', () => {
  test('are added at the end, taken away by name, and named otherwise', () => {
    const node = read('{"a":1,"b":2}');
    expect(text(withMember(node, 'c', textAt(node, 'x')))).toBe('{"a":1,"b":2,"c":"x"}');
    expect(text(withoutMember(node, 'a'))).toBe('{"b":2}');
    expect(text(withName(node, 'b', 'B'))).toBe('{"a":1,"B":2}');
    expect(text(objectAt(node, 'a', textAt(node, 'x')))).toBe('{"a":"x"}');
  });

  test('that share a name in any letter case leave the first', () => {
    const node = read('{"Aws:A":1,"b":2,"aws:a":3,"AWS:A":4,"aws:ab":5}');
    for (const name of ['aws:a', 'Aws:A', 'AWS:A'])
      expect(text(withoutRepeated(node, name))).toBe('{"Aws:A":1,"b":2,"aws:ab":5}');
  });

  test('are none of anything else', () => {
    for (const other of ['[1]', '"a"', '5'].map(read)) {
      expect(withMember(other, 'a', other)).toBe(other);
      expect(withoutMember(other, 'a')).toBe(other);
      expect(withoutRepeated(other, 'a')).toBe(other);
      expect(withName(other, 'a', 'b')).toBe(other);
    }
  });
});

describe('a change behind a path', () => {
  const NODE = read('{"a":[{"b":1,"b":2},{"b":3}],"c":4}');
  const changed = (...steps: readonly string[]): string =>
    text(new TreeEdits().changed(NODE, steps, (node) => textAt(node, 'x')));

  test('is of the first of members that share a name, and of nothing beside it', () => {
    expect(changed('a', '0', 'b')).toBe('{"a":[{"b":"x","b":2},{"b":3}],"c":4}');
    expect(changed('a', '1')).toBe('{"a":[{"b":1,"b":2},"x"],"c":4}');
    expect(changed()).toBe('"x"');
    expect(text(NODE)).toBe('{"a":[{"b":1,"b":2},{"b":3}],"c":4}');
  });

  test('is none where the path leads nowhere', () => {
    for (const steps of [['d'], ['a', '2'], ['a', 'b'], ['c', 'b']])
      expect(changed(...steps)).toBe(text(NODE));
  });

  test('builds on the one before', () => {
    const edits = new TreeEdits();
    const first = edits.changed(NODE, ['a', '0'], (node) => textAt(node, 'x'));
    const second = edits.changed(first, ['a', '1'], (node) => textAt(node, 'y'));
    expect(text(second)).toBe('{"a":["x","y"],"c":4}');
  });
});
