import type { JsonArray, JsonMember, JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { unknownText } from '../unknownText.ts';
import { alternativesOf, hasUnknownParts, intrinsicOf, isUnknownText, textOf } from './intrinsics.ts';

/** A document in which something that the parser accepts stands for what is not known. */
export interface SettledDocument {
  readonly node: JsonObject;
  /** Pointers, from the document, of values that are not known or have parts that are not. */
  readonly unknown: ReadonlySet<string>;
  /** Whether the node is what will be deployed: nothing unknown in it, no alternative among its values. */
  readonly exact: boolean;
}

/**
 * Makes a policy document of one with intrinsics. Every value keeps the place of what it stands for.
 *
 * Where a list can turn out in several ways it has the values of all; unknown texts are as `unknownText` makes
 * them. What has to be one of a few words is the one that grants least: an unknown `Effect` is `Deny`.
 */
export function settleDocument(root: JsonObject): SettledDocument {
  if (!hasUnknownParts(root)) return { node: root, unknown: new Set(), exact: true };
  const settler = new Settler();
  const node = settler.document(root);
  return { node, unknown: settler.unknown, exact: settler.exact && settler.unknown.size === 0 };
}

class Settler {
  readonly unknown = new Set<string>();
  exact = true;

  document(root: JsonObject): JsonObject {
    return this.#members(root, '', (name, value, pointer) => {
      if (name === 'Version') return this.#word(value, pointer, '2012-10-17');
      if (name === 'Id') return this.#word(value, pointer, undefined);
      return name === 'Statement' ? this.#statements(value, pointer) : value;
    });
  }

  #statements(node: JsonNode, pointer: string): JsonNode {
    const alternatives = this.#alternatives(node);
    const [only] = alternatives;
    if (alternatives.length === 1 && only?.kind === 'object' && intrinsicOf(only) === undefined) {
      return this.#statement(only, pointer);
    }
    const items = alternatives
      .flatMap((each) =>
        each.kind === 'array' ? each.items.flatMap((item) => this.#alternatives(item)) : [each],
      )
      .flatMap((each) => (each.kind === 'array' ? each.items : [each]));
    // Of a statement that is wholly unknown there is nothing to read.
    const readable = items.filter((item) => intrinsicOf(item) === undefined);
    if (readable.length < items.length) this.exact = false;
    if (readable.length === 0 && items.length > 0) this.unknown.add(pointer);
    return arrayAt(
      node,
      readable.map((item, index) =>
        item.kind === 'object' ? this.#statement(item, pointerTo(pointer, index)) : item,
      ),
    );
  }

  #statement(node: JsonObject, at: string): JsonObject {
    return this.#members(node, at, (name, value, pointer) => {
      switch (name) {
        case 'Sid':
          return this.#word(value, pointer, undefined);
        case 'Effect':
          return this.#word(value, pointer, 'Deny');
        case 'Principal':
        case 'NotPrincipal':
          return this.#principal(value, pointer);
        case 'Action':
        case 'NotAction':
        case 'Resource':
        case 'NotResource':
          return this.#list(value, pointer);
        case 'Condition':
          return this.#map(value, pointer, (operator, operatorPointer) =>
            this.#map(operator, operatorPointer, (values, keyPointer) => this.#list(values, keyPointer)),
          );
        default:
          return value;
      }
    });
  }

  #principal(node: JsonNode, pointer: string): JsonNode | undefined {
    const alternatives = this.#alternatives(node);
    if (alternatives.length === 0) return undefined;
    const [only] = alternatives;
    if (alternatives.length > 1 || only === undefined || intrinsicOf(only) !== undefined) {
      this.unknown.add(pointer);
      return objectAt(node, [['AWS', stringAt(node, textOf(node))]]);
    }
    if (only.kind !== 'object') return only;
    return this.#members(only, pointer, (_, value, kindPointer) => this.#list(value, kindPointer));
  }

  /** `Condition`, or what it has under an operator; nothing is known of it where it is no plain object. */
  #map(
    node: JsonNode,
    pointer: string,
    settle: (value: JsonNode, pointer: string) => JsonNode | undefined,
  ): JsonNode | undefined {
    const alternatives = this.#alternatives(node);
    if (alternatives.length === 0) return undefined;
    const [only] = alternatives;
    if (alternatives.length === 1 && only !== undefined && intrinsicOf(only) === undefined) {
      if (only.kind !== 'object') return only;
      return this.#members(only, pointer, (_, value, child) => settle(value, child));
    }
    this.unknown.add(pointer);
    const text = unknownText(intrinsicOf(node)?.name.value ?? 'Condition');
    const key = text.slice(2, -1);
    const keys = objectAt(node, [[key, stringAt(node, text)]]);
    // The operator of an unknown `Condition` holds for no request that lacks the key.
    return pointer.endsWith('/Condition') ? objectAt(node, [['StringEquals', keys]]) : keys;
  }

  /** Values that may be one or many (rule S7). */
  #list(node: JsonNode, pointer: string): JsonNode | undefined {
    if (node.kind !== 'array' && intrinsicOf(node) === undefined) return this.#value(node, pointer);
    const values = this.#alternatives(node).flatMap((each) =>
      each.kind === 'array' ? each.items.flatMap((item) => this.#alternatives(item)) : [each],
    );
    const [first] = values;
    if (node.kind !== 'array' && first === undefined) return undefined;
    if (node.kind !== 'array' && values.length === 1 && first !== undefined)
      return this.#value(first, pointer);
    return arrayAt(
      node,
      values.map((value, index) => this.#value(value, pointerTo(pointer, index))),
    );
  }

  #value(node: JsonNode, pointer: string): JsonNode {
    const text = intrinsicOf(node) === undefined ? undefined : textOf(node);
    const settled = text === undefined ? node : stringAt(node, text);
    if (settled.kind === 'string' && isUnknownText(settled.value)) this.unknown.add(pointer);
    return settled;
  }

  /** A value that is one text: where that is not known, `fallback`, if any text will not do. */
  #word(node: JsonNode, pointer: string, fallback: string | undefined): JsonNode | undefined {
    const alternatives = this.#alternatives(node);
    const [only] = alternatives;
    if (only === undefined) return undefined;
    const settled = alternatives.length > 1 ? stringAt(node, unknownText('If')) : this.#value(only, pointer);
    if (settled.kind !== 'string' || !isUnknownText(settled.value)) return settled;
    this.unknown.add(pointer);
    return fallback === undefined ? settled : stringAt(node, fallback);
  }

  #alternatives(node: JsonNode): readonly JsonNode[] {
    const alternatives = alternativesOf(node);
    if (alternatives.length !== 1 || alternatives[0] !== node) this.exact = false;
    return alternatives;
  }

  #members(
    node: JsonObject,
    pointer: string,
    settle: (name: string, value: JsonNode, pointer: string) => JsonNode | undefined,
  ): JsonObject {
    const members = node.members.flatMap((member): readonly JsonMember[] => {
      const child = pointerTo(pointer, member.name.value);
      if (isUnknownText(member.name.value)) this.unknown.add(child);
      const value = settle(member.name.value, member.value, child);
      return value === undefined ? [] : [{ name: member.name, value }];
    });
    return { ...node, members };
  }
}

/** A string in the place of another value. */
export function stringAt({ start, end }: JsonNode, value: string): JsonString {
  return { kind: 'string', start, end, value };
}

/** An object in the place of another value. */
export function objectAt(at: JsonNode, members: readonly (readonly [string, JsonNode])[]): JsonObject {
  const { start, end } = at;
  return {
    kind: 'object',
    start,
    end,
    members: members.map(([name, value]) => ({ name: stringAt(at, name), value })),
  };
}

function arrayAt({ start, end }: JsonNode, items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', start, end, items };
}
