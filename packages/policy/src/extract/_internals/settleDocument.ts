import type { JsonMember, JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { isUnknownText, unknownParts } from '../templateVariables.ts';
import { unknownText } from '../unknownText.ts';
import {
  INCLUDE,
  intrinsicOf,
  isIntrinsicName,
  membersOfLoop,
  placedAlternatives,
  textOf,
  type PlacedNode,
} from './intrinsics.ts';
import type { TemplateResources } from './resourceReferences.ts';
import {
  addTo,
  arrayAt,
  listOrItemAt,
  memberAt,
  objectAt,
  placeBefore,
  stringAt,
} from './writtenDocument.ts';

/** What the tools around a document fill in in it, variables of template languages aside. */
export interface Notation {
  /** Whether intrinsics of CloudFormation mean something, and numbers and booleans become text. */
  readonly isTemplate: boolean;
  /** Whether variables of the Serverless Framework are replaced, of which two look like policy variables. */
  readonly isServerless: boolean;
  /** The resources of the template, of which something is known in `Resource` then. */
  readonly resources: TemplateResources;
}

/** A document in which something that the parser accepts stands for what is not known. */
export interface SettledDocument {
  readonly node: JsonObject;
  /** Pointers, from the document, of values that are not known or have parts that are not. */
  readonly unknown: ReadonlySet<string>;
  /** Pointers of values in the document as it was, by their pointers in this one, where these differ. */
  readonly places: ReadonlyMap<string, string>;
  /** Whether the node is what will be deployed: nothing unknown in it, no alternative among its values. */
  readonly exact: boolean;
  /** Whether the node is exact but for what is unknown: none of its values is one of several alternatives or left out. */
  readonly whole: boolean;
}

/**
 * Whether a value is not known, or one around it.
 *
 * @param settled - the document.
 * @param pointer - of the value, from the document.
 */
export function isUnknownIn({ unknown }: Pick<SettledDocument, 'unknown'>, pointer: string): boolean {
  if (unknown.size === 0) return false;
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    if (unknown.has(at)) return true;
    if (!at.includes('/')) return false;
  }
}

/**
 * Makes a policy document of one with intrinsics and template variables. Every value keeps the place of what it
 * stands for.
 *
 * Where a list can turn out in several ways it has the values of all; unknown texts are as `unknownText` makes
 * them. What has to be one of a few words is the one that grants least: an unknown `Effect` is `Deny`.
 *
 * @param root - the document.
 * @param notation - what is filled in; outside of templates intrinsics, numbers and booleans are mistakes.
 */
export function settleDocument(root: JsonObject, notation: Notation): SettledDocument {
  if (!needsSettling(root, notation))
    return { node: root, unknown: NONE, places: new Map(), exact: true, whole: true };
  const settler = new Settler(notation);
  const node = settler.document(root);
  const { unknown, places, exact } = settler;
  return { node, unknown, places, exact: exact && unknown.size === 0, whole: exact };
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a tree has an intrinsic, a text with an unknown part or a scalar that becomes text in it. */
function needsSettling(node: JsonNode, notation: Notation): boolean {
  switch (node.kind) {
    case 'string':
      return isFilledText(node.value, notation);
    case 'array':
      return node.items.some((item) => needsSettling(item, notation));
    case 'object':
      return node.members.some(
        ({ name, value }) =>
          (notation.isTemplate && isIntrinsicName(name.value)) ||
          isFilledText(name.value, notation) ||
          needsSettling(value, notation),
      );
    case 'number':
    case 'boolean':
      return notation.isTemplate;
    default:
      return false;
  }
}

function isFilledText(text: string, { isServerless }: Notation): boolean {
  return isServerless ? unknownParts(text).length > 0 : isUnknownText(text);
}

class Settler {
  readonly unknown = new Set<string>();
  readonly places = new Map<string, string>();
  exact = true;
  readonly #notation: Notation;

  constructor(notation: Notation) {
    this.#notation = notation;
  }

  get #isTemplate(): boolean {
    return this.#notation.isTemplate;
  }

  document(root: JsonObject): JsonObject {
    return this.#members(root, '', (name, value, pointer) => {
      if (name === 'Version') return this.#word(value, pointer, '2012-10-17');
      if (name === 'Id') return this.#word(value, pointer, undefined);
      return name === 'Statement' ? this.#statements(value, pointer) : value;
    });
  }

  #statements(node: JsonNode, pointer: string): JsonNode {
    const alternatives = this.#placed(node, pointer);
    const [only] = alternatives;
    if (alternatives.length === 1 && only !== undefined && !this.#isFilledIn(only.node)) {
      this.#setPlace(pointer, only);
      if (only.node.kind === 'object') return this.#statement(only.node, pointer);
      if (only.node.kind !== 'array') return only.node;
    }
    const items = alternatives
      .flatMap((each) => this.#itemsOf(each) ?? [each])
      .flatMap((each) => (this.#isTemplate && this.#itemsOf(each)) || [each]);
    // Of a statement that is wholly or partly somewhere else there is nothing to read.
    const readable = items.filter((item) => !this.#isFilledIn(item.node) && !this.#hasInclude(item.node));
    if (readable.length < items.length) this.exact = false;
    if (readable.length === 0 && items.length > 0) this.unknown.add(pointer);
    return arrayAt(
      node,
      readable.map((item, index) => {
        const at = pointerTo(pointer, index);
        this.#setPlace(at, item);
        return item.node.kind === 'object' ? this.#statement(item.node, at) : item.node;
      }),
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
          return this.#list(value, pointer);
        case 'Resource':
        case 'NotResource':
          return this.#list(value, pointer, this.#notation.resources);
        case 'Condition':
          return this.#map(value, pointer, (operator, operatorPointer) =>
            this.#map(operator, operatorPointer, (values, keyPointer) => this.#list(values, keyPointer)),
          );
        default:
          return value;
      }
    });
  }

  /** `Principal`, of several alternatives with the members of all. */
  #principal(node: JsonNode, pointer: string): JsonNode | undefined {
    const alternatives = this.#alternatives(node);
    const [only] = alternatives;
    if (only === undefined) return undefined;
    if (alternatives.length === 1 && !this.#isFilledIn(only)) {
      if (only.kind !== 'object') return only;
      return this.#members(only, pointer, (_, value, kindPointer) => this.#list(value, kindPointer));
    }
    if (alternatives.every((each) => this.#isFilledIn(each))) this.unknown.add(pointer);
    const byKind = new Map<string, JsonNode[]>();
    for (const each of alternatives) {
      const isMap = each.kind === 'object' && !this.#isFilledIn(each);
      for (const [kind, value] of isMap ? entriesOf(each) : [['AWS', each] as const]) {
        addTo(byKind, kind, value.kind === 'array' ? value.items : [value]);
      }
    }
    return objectAt(
      node,
      [...byKind].map(([kind, values]) => {
        const list = listOrItemAt(node, values);
        return memberAt(node, kind, this.#list(list, pointerTo(pointer, kind)) ?? list);
      }),
    );
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
    if (alternatives.length === 1 && only !== undefined && !this.#isFilledIn(only)) {
      if (only.kind !== 'object') return only;
      if (this.#hasInclude(only)) this.unknown.add(pointer);
      return this.#members(only, pointer, (_, value, child) => settle(value, child));
    }
    this.unknown.add(pointer);
    const text = unknownText(intrinsicOf(node)?.name.value ?? 'Condition');
    const key = text.slice(2, -1);
    const keys = objectAt(node, [memberAt(node, key, stringAt(node, text))]);
    // The operator of an unknown `Condition` holds for no request that lacks the key.
    return pointer.endsWith('/Condition') ? objectAt(node, [memberAt(node, 'StringEquals', keys)]) : keys;
  }

  /** Values that may be one or many (rule S7). */
  #list(node: JsonNode, pointer: string, resources?: TemplateResources): JsonNode | undefined {
    if (node.kind !== 'array' && !this.#isFilledIn(node)) return this.#value(node, pointer, resources);
    const values = this.#placed(node, pointer).flatMap((each) => this.#itemsOf(each) ?? [each]);
    const [first] = values;
    if (node.kind !== 'array' && first === undefined) return undefined;
    if (node.kind !== 'array' && values.length === 1 && first !== undefined) {
      this.#setPlace(pointer, first);
      return this.#value(first.node, pointer, resources);
    }
    return arrayAt(
      node,
      values.map((value, index) => {
        const at = pointerTo(pointer, index);
        this.#setPlace(at, value);
        return this.#value(value.node, at, resources);
      }),
    );
  }

  #value(node: JsonNode, pointer: string, resources?: TemplateResources): JsonNode {
    const isText = this.#isTemplate && (isScalar(node) || intrinsicOf(node) !== undefined);
    const settled = isText ? stringAt(node, textOf(node, resources)) : node;
    if (settled.kind === 'string' && isFilledText(settled.value, this.#notation)) this.unknown.add(pointer);
    return settled;
  }

  /** A value that is one text: where that is not known, `fallback`, if any text will not do. */
  #word(node: JsonNode, pointer: string, fallback: string | undefined): JsonNode | undefined {
    const alternatives = this.#alternatives(node);
    const [only] = alternatives;
    if (only === undefined) return undefined;
    const settled = alternatives.length > 1 ? stringAt(node, unknownText('If')) : this.#value(only, pointer);
    if (settled.kind !== 'string' || !isFilledText(settled.value, this.#notation)) return settled;
    this.unknown.add(pointer);
    return fallback === undefined ? settled : stringAt(node, fallback);
  }

  #alternatives(node: JsonNode): readonly JsonNode[] {
    return this.#placed(node, '').map((each) => each.node);
  }

  /** What a value can turn out to be, with pointers as they are in the file. */
  #placed(node: JsonNode, pointer: string): readonly PlacedNode[] {
    return this.#resolved({ node, pointer: placeBefore(this.places, pointer) });
  }

  /** What the items of a list can turn out to be; `undefined` where it is none. */
  #itemsOf({ node, pointer }: PlacedNode): readonly PlacedNode[] | undefined {
    if (node.kind !== 'array') return undefined;
    return node.items.flatMap((item, index) =>
      this.#resolved({ node: item, pointer: pointerTo(pointer, index) }),
    );
  }

  #resolved(place: PlacedNode): readonly PlacedNode[] {
    if (!this.#isTemplate) return [place];
    const alternatives = placedAlternatives(place.node, place.pointer);
    if (alternatives.length !== 1 || alternatives[0]?.node !== place.node) this.exact = false;
    return alternatives;
  }

  #setPlace(pointer: string, place: PlacedNode): void {
    if (placeBefore(this.places, pointer) !== place.pointer) this.places.set(pointer, place.pointer);
  }

  /** Whether a tool puts something else in the place of a value. */
  #isFilledIn(node: JsonNode): boolean {
    if (node.kind === 'string') return isFilledText(node.value, this.#notation);
    return this.#isTemplate && intrinsicOf(node) !== undefined;
  }

  /** Whether a macro adds members to an object. */
  #hasInclude(node: JsonNode): boolean {
    return (
      this.#isTemplate && node.kind === 'object' && node.members.some(({ name }) => name.value === INCLUDE)
    );
  }

  #members(
    node: JsonObject,
    pointer: string,
    settle: (name: string, value: JsonNode, pointer: string) => JsonNode | undefined,
  ): JsonObject {
    const members = this.#expanded(node).flatMap((member): readonly JsonMember[] => {
      const child = pointerTo(pointer, member.name.value);
      if (isFilledText(member.name.value, this.#notation)) this.unknown.add(child);
      const value = settle(member.name.value, member.value, child);
      return value === undefined ? [] : [{ name: member.name, value }];
    });
    return { ...node, members };
  }

  /** The members with those of loops in their places, and without macros that add others. */
  #expanded({ members }: JsonObject): readonly JsonMember[] {
    if (!this.#isTemplate || !members.some(({ name }) => isIntrinsicName(name.value))) return members;
    this.exact = false;
    return members.flatMap((member) =>
      isIntrinsicName(member.name.value) ? membersOfLoop(member) : [member],
    );
  }
}

function isScalar(node: JsonNode): boolean {
  return node.kind === 'number' || node.kind === 'boolean';
}

function entriesOf({ members }: JsonObject): readonly (readonly [string, JsonNode])[] {
  return members.map(({ name, value }) => [name.value, value] as const);
}
