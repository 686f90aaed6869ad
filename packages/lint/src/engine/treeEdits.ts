import type { JsonMember, JsonNode, JsonObject, JsonString } from '@policywright/policy';

/** A string in the place of another value. */
export function textAt({ start, end }: JsonNode, value: string): JsonString {
  return { kind: 'string', value, start, end };
}

/** An object with one member in the place of another value. */
export function objectAt(at: JsonNode, name: string, value: JsonNode): JsonObject {
  const { start, end } = at;
  return { kind: 'object', start, end, members: [{ name: textAt(at, name), value }] };
}

/** An object with one more member; what is no object stays as it is. */
export function withMember(node: JsonNode, name: string, value: JsonNode): JsonNode {
  if (node.kind !== 'object') return node;
  return { ...node, members: [...node.members, { name: textAt(node, name), value }] };
}

/** An object without the members of a name. */
export function withoutMember(node: JsonNode, name: string): JsonNode {
  return withMembers(node, (members) => members.filter((member) => member.name.value !== name));
}

/** An object with the first of the members that share a name, in whatever case, and not the others. */
export function withoutRepeated(node: JsonNode, name: string): JsonNode {
  const shared = name.toLowerCase();
  return withMembers(node, (members) => {
    const isShared = (member: JsonMember): boolean => member.name.value.toLowerCase() === shared;
    const first = members.find(isShared);
    return members.filter((member) => member === first || !isShared(member));
  });
}

/** An object one of whose members has another name. */
export function withName(node: JsonNode, name: string, other: string): JsonNode {
  return withMembers(node, (members) =>
    members.map((member) =>
      member.name.value === name ? { ...member, name: { ...member.name, value: other } } : member,
    ),
  );
}

function withMembers(
  node: JsonNode,
  change: (members: readonly JsonMember[]) => readonly JsonMember[],
): JsonNode {
  return node.kind === 'object' ? { ...node, members: change(node.members) } : node;
}

/** Makes changes to a copy of a tree. A list is copied once, however many of its items change: it can be long. */
export class TreeEdits {
  readonly #copies = new WeakMap<readonly JsonNode[], JsonNode[]>();

  /**
   * Changes the value that a path leads to; of members that share a name the first.
   *
   * @param node - the tree, as the last change left it.
   */
  changed(node: JsonNode, steps: readonly string[], change: (node: JsonNode) => JsonNode): JsonNode {
    const [step, ...rest] = steps;
    if (step === undefined) return change(node);
    if (node.kind === 'object') {
      const index = node.members.findIndex(({ name }) => name.value === step);
      const member = node.members[index];
      if (member === undefined) return node;
      const value = this.changed(member.value, rest, change);
      return { ...node, members: node.members.with(index, { ...member, value }) };
    }
    const item = node.kind === 'array' ? node.items[Number(step)] : undefined;
    if (node.kind !== 'array' || item === undefined) return node;
    const items = this.#copyOf(node.items);
    items[Number(step)] = this.changed(item, rest, change);
    return { ...node, items };
  }

  #copyOf(items: readonly JsonNode[]): JsonNode[] {
    let copy = this.#copies.get(items);
    if (copy === undefined) this.#copies.set((copy = [...items]), copy);
    return copy;
  }
}
