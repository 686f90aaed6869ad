import type { JsonNode, JsonObject } from '../jsonNode.ts';

/** The value of a member, the first where its name is repeated. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  return node.members.find((member) => member.name.value === name)?.value;
}

/** The text of a value that is a string. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

/** The statements of a document that are objects, of a lone one too (rule S5). */
export function statementNodes(root: JsonNode): readonly JsonObject[] {
  const node = memberOf(root, 'Statement');
  if (node === undefined) return [];
  const items = node.kind === 'array' ? node.items : [node];
  return items.filter((item) => item.kind === 'object');
}

/** The strings of a scalar or list. */
export function textsOf(node: JsonNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}

/** Whether a value is one text, bare or in a list of one. */
export function isText(node: JsonNode | undefined, text: string): boolean {
  const items = node?.kind === 'array' ? node.items : [node];
  const [only] = items;
  return items.length === 1 && only?.kind === 'string' && only.value === text;
}
