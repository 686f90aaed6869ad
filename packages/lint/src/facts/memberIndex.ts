import type { JsonNode } from '@policywright/policy';

type JsonObject = Extract<JsonNode, { kind: 'object' }>;

// Trees are immutable, and a table goes when its tree does.
const tables = new WeakMap<JsonObject, ReadonlyMap<string, number>>();

/**
 * Finds a member of an object; what is reported can be as many as the members are.
 *
 * @param name - its name; the first is found where it is repeated.
 * @returns its index, or -1 where there is none.
 */
export function memberIndex(object: JsonObject, name: string): number {
  let table = tables.get(object);
  if (table === undefined) {
    const entries = object.members.map((member, index) => [member.name.value, index] as const);
    // The first of a name is put last, and stays.
    table = new Map(entries.toReversed());
    tables.set(object, table);
  }
  return table.get(name) ?? -1;
}
