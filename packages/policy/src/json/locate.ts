import type { JsonNode } from './jsonNode.ts';
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
    if (node?.kind === 'object') node = node.members.find((member) => member.name.value === step)?.value;
    else if (node?.kind === 'array') node = INDEX.test(step) ? node.items[Number(step)] : undefined;
    else return undefined;
  }
  return node;
}
