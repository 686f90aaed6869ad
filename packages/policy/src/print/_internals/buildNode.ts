import type { JsonArray, JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';

const NOWHERE = { start: 0, end: 0 } as const;

/** A string that no text holds yet. */
export function stringNode(value: string): JsonString {
  return { kind: 'string', ...NOWHERE, value };
}

/** An array that no text holds yet. */
export function arrayNode(items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', ...NOWHERE, items };
}

/** An object that no text holds yet, without the members that are `undefined`. */
export function objectNode(members: Iterable<readonly [string, JsonNode | undefined]>): JsonObject {
  const present: JsonObject['members'][number][] = [];
  for (const [name, value] of members) {
    if (value !== undefined) present.push({ name: stringNode(name), value });
  }
  return { kind: 'object', ...NOWHERE, members: present };
}
