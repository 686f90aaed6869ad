import type { JsonMember, JsonNode } from './jsonNode.ts';
import { parsePointer } from './jsonPointer.ts';

const INDEX = /^(?:0|[1-9][0-9]*)$/;

/**
 * Finds the value that a JSON pointer names.
 *
 * @param root - the tree, such as `policy.root`.
 * @param pointer - a pointer from its root, such as the `path` of a diagnostic.
 * @returns the value (the first of that name where a name is repeated), or `undefined` where there is none.
 */
export function locate(root: JsonNode, pointer: string): JsonNode | undefined {
  const { node, pointer: found } = locateDeepest(root, pointer);
  return found === pointer ? node : undefined;
}

/**
 * Goes along a JSON pointer for as far as there are values.
 *
 * @param root - the tree.
 * @param pointer - a pointer from its root, such as that of a member that should be there.
 * @returns the value that it names, or the deepest one on the way to it, with the part of the pointer that leads there.
 */
export function locateDeepest(
  root: JsonNode,
  pointer: string,
): { readonly node: JsonNode; readonly pointer: string } {
  let node = root;
  let length = 0;
  for (const step of parsePointer(pointer) ?? []) {
    const next = stepInto(node, step);
    if (next === undefined) break;
    node = next;
    const end = pointer.indexOf('/', length + 1);
    length = end < 0 ? pointer.length : end;
  }
  return { node, pointer: length === 0 ? '' : pointer.slice(0, length) };
}

function stepInto(node: JsonNode, step: string): JsonNode | undefined {
  if (node.kind === 'object') return memberNamed(node.members, step)?.value;
  return node.kind === 'array' && INDEX.test(step) ? node.items[Number(step)] : undefined;
}

/** A list as long as this is searched; a longer one is given a table, since who locates much locates often. */
const SHORT = 16;
// Trees are immutable, and a table goes when its tree does.
const tables = new WeakMap<readonly JsonMember[], ReadonlyMap<string, JsonMember>>();

function memberNamed(members: readonly JsonMember[], name: string): JsonMember | undefined {
  if (members.length <= SHORT) return members.find((member) => member.name.value === name);
  let table = tables.get(members);
  if (table === undefined) {
    // The first of a name is put last, and stays.
    table = new Map(members.toReversed().map((member) => [member.name.value, member]));
    tables.set(members, table);
  }
  return table.get(name);
}
