import type { JsonArray, JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';

const NOWHERE = { start: 0, end: 0 } as const;

/** A string that no text holds yet. */
export function stringNode(value: string): JsonString {
  return { kind: 'string', ...NOWHERE, value };
}

/** A boolean or number that reads back as the same text, else a string. */
export function scalarNode(value: string): JsonNode {
  if (value === 'true' || value === 'false') return { kind: 'boolean', ...NOWHERE, value: value === 'true' };
  return PLAIN_NUMBER.test(value) ? { kind: 'number', ...NOWHERE, text: value } : stringNode(value);
}

/** No more digits than every reader keeps, and no exponent. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{1,5})?$/;

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
