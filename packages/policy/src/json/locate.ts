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
  const steps = parsePointer(pointer);
  if (steps === undefined) return undefined;
  let node: JsonNode | undefined = root;
  for (const step of steps) {
    if (node?.kind === 'object') node = memberNamed(node.members, step)?.value;
    else if (node?.kind === 'array') node = INDEX.test(step) ? node.items[Number(step)] : undefined;
    else return undefined;
  }
  return node;
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
