import { isText, memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { intrinsicOf, textOf } from './intrinsics.ts';
import { isPolicyDocument } from './isPolicyDocument.ts';
import { readEmbedded } from './readEmbedded.ts';
import { enterMember, enterObject, type Scope } from './scope.ts';
import { objectAt, stringAt } from './settleDocument.ts';

/** A document as it was found. */
export interface FoundDocument {
  readonly node: JsonNode;
  readonly pointer: string;
  readonly scope: Scope;
  /** The text of an embedded document. */
  readonly source?: string | undefined;
  readonly embedded: boolean;
}

interface Place {
  readonly pointer: string;
  readonly scope: Scope;
  readonly embedded?: boolean;
  readonly source?: string | undefined;
}

/** Looks for policy documents everywhere in a tree, noting what stands around them. */
export class PolicyWalk {
  readonly found: FoundDocument[] = [];
  readonly #text: string;

  /** @param text - what the tree was read from. */
  constructor(text: string) {
    this.#text = text;
  }

  visit(node: JsonNode, pointer: string, scope: Scope): void {
    switch (node.kind) {
      case 'object':
        this.#visitObject(node, pointer, scope);
        return;
      case 'array':
        this.#visitArray(node.items, pointer, scope);
        return;
      case 'string':
        this.#visitText(node, { text: this.#text, pointer, scope });
        return;
      default:
        return;
    }
  }

  #visitObject(node: JsonObject, pointer: string, scope: Scope): void {
    if (isPolicyDocument(node)) {
      // An event bus has a statement among its properties, without a document around it.
      const isBare = scope.member === 'Properties' && memberOf(node, 'Version') === undefined;
      const statement = memberOf(node, 'Statement');
      this.#add(isBare && statement !== undefined ? documentOf(statement) : node, { pointer, scope });
      return;
    }
    if (scope.isTemplate && this.#visitIntrinsicText(node, pointer, scope)) return;
    // Terraform's data sources repeat what is elsewhere.
    if (isText(memberOf(node, 'mode'), 'data') && memberOf(node, 'type') !== undefined) return;
    const inner = enterObject(scope, node);
    for (const { name, value } of node.members) {
      this.visit(value, pointerTo(pointer, name.value), enterMember(inner, name.value));
    }
  }

  #visitArray(items: readonly JsonNode[], pointer: string, scope: Scope): void {
    const [first] = items;
    if (first !== undefined && holdsBareStatements(scope) && memberOf(first, 'Effect') !== undefined) {
      const { start } = first;
      const end = items.at(-1)?.end ?? first.end;
      this.#add(documentOf({ kind: 'array', start, end, items }), {
        pointer,
        scope: { ...scope, type: 'identity' },
      });
      return;
    }
    for (const [index, item] of items.entries()) {
      // Of a managed policy only the version in force counts.
      const isDefault = memberOf(item, 'IsDefaultVersion');
      if (scope.member === 'PolicyVersionList' && isDefault?.kind === 'boolean' && !isDefault.value) continue;
      this.visit(item, pointerTo(pointer, index), scope);
    }
  }

  /** A text that is put together from parts can hold a document; its parts are then in the place of the whole. */
  #visitIntrinsicText(node: JsonObject, pointer: string, scope: Scope): boolean {
    const name = intrinsicOf(node)?.name.value;
    if (name !== 'Fn::Sub' && name !== 'Fn::Join') return false;
    this.#visitText(stringAt(node, textOf(node)), { text: undefined, pointer, scope });
    return true;
  }

  #visitText(
    node: JsonString,
    place: { readonly text: string | undefined; readonly pointer: string; readonly scope: Scope },
  ): void {
    const { text, pointer, scope } = place;
    const document = readEmbedded(text, node);
    if (document === undefined) return;
    if (document.kind === 'string') this.#add(document, { pointer, scope, embedded: true });
    const source =
      document.kind === 'object' && node.value.trimStart().startsWith('{') ? node.value : undefined;
    for (const each of document.kind === 'array' ? document.items : [document]) {
      if (isPolicyDocument(each)) this.#add(each, { pointer, scope, embedded: true, source });
    }
  }

  #add(node: JsonNode, { pointer, scope, source, embedded = false }: Place): void {
    this.found.push({ node, pointer, scope, source, embedded });
  }
}

/** The Serverless Framework has lists of statements without a document around them. */
function holdsBareStatements({ member, outerMember }: Scope): boolean {
  return member === 'iamRoleStatements' || (member === 'statements' && outerMember === 'role');
}

/** The document that a tool will put around statements. */
function documentOf(statement: JsonNode): JsonObject {
  return objectAt(statement, [
    ['Version', stringAt(statement, '2012-10-17')],
    ['Statement', statement],
  ]);
}
