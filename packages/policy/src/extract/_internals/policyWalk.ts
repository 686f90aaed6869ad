import { isText, memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonMember, JsonNode, JsonObject, JsonString } from '../../json/jsonNode.ts';
import { parseJson } from '../../json/parseJson.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { isUnknownText } from '../templateVariables.ts';
import { readApiResourcePolicy } from './apiResourcePolicy.ts';
import { INCLUDE, intrinsicOf, textOf } from './intrinsics.ts';
import { isPolicyDocument } from './isPolicyDocument.ts';
import { mapInto, relocate } from './offsetMap.ts';
import { readPropertyGrant } from './propertyGrants.ts';
import { readEmbedded } from './readEmbedded.ts';
import {
  bareStatementsType,
  enterMember,
  enterObject,
  mustHoldPolicy,
  ROOT_SCOPE,
  type Scope,
} from './scope.ts';
import { documentAround, stringAt, type WrittenDocument } from './writtenDocument.ts';

/** A document as it was found. */
export interface FoundDocument {
  readonly node: JsonNode;
  readonly pointer: string;
  readonly scope: Scope;
  /** The text of an embedded document. */
  readonly source?: string | undefined;
  readonly embedded: boolean;
  /** Where its parts come from, if it does not stand in the file as it is. */
  readonly places?: ReadonlyMap<string, string>;
}

/** A place that holds a policy of which nothing is known. */
export interface UnknownDocument {
  readonly pointer: string;
  readonly scope: Scope;
}

/** What a walk goes through. */
export interface WalkSource {
  /** What the tree was read from. */
  readonly text: string;
  /** Reads a template in a text that is no JSON. */
  readonly readTemplate: ((text: string) => JsonNode | undefined) | undefined;
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
  readonly unknown: UnknownDocument[] = [];
  readonly #source: WalkSource;

  constructor(source: WalkSource) {
    this.#source = source;
  }

  visit(node: JsonNode, pointer: string, scope: Scope): void {
    if (mustHoldPolicy(scope)) {
      this.#visitHolder(node, pointer, scope);
      return;
    }
    switch (node.kind) {
      case 'object':
        this.#visitObject(node, pointer, scope);
        return;
      case 'array':
        this.#visitArray(node.items, pointer, scope);
        return;
      case 'string':
        this.#visitText(node, pointer, scope);
        return;
      default:
        return;
    }
  }

  /** What can hold nothing but a policy is taken for one, however little it looks like one. */
  #visitHolder(node: JsonNode, pointer: string, scope: Scope): void {
    const intrinsic = scope.isTemplate ? intrinsicOf(node) : undefined;
    if (intrinsic !== undefined) this.#visitIntrinsic(node, intrinsic, { pointer, scope });
    else if (node.kind === 'string') this.#visitHeldText(node, { pointer, scope });
    else if (node.kind === 'object' && memberOf(node, INCLUDE) !== undefined && !isPolicyDocument(node))
      this.unknown.push({ pointer, scope });
    else if (node.kind !== 'null') this.#add(node, { pointer, scope });
  }

  #visitIntrinsic(node: JsonNode, { name, value }: JsonMember, { pointer, scope }: Place): void {
    const at = pointerTo(pointer, name.value);
    if (name.value === 'Ref' && isText(value, 'AWS::NoValue')) return;
    if (name.value === 'Fn::If' && value.kind === 'array') {
      for (const [index, branch] of value.items.entries())
        if (index > 0) this.#visitHolder(branch, pointerTo(at, index), scope);
    } else if (name.value === 'Fn::ToJsonString') this.#visitHolder(value, at, scope);
    else if (name.value === 'Fn::Sub' || name.value === 'Fn::Join')
      this.#visitHeldText(stringAt(node, textOf(node)), { pointer, scope, written: false });
    else this.unknown.push({ pointer, scope });
  }

  #visitHeldText(
    node: JsonString,
    { pointer, scope, written = true }: Place & { readonly written?: boolean },
  ): void {
    const { value } = node;
    // Terraform has these where there is no policy.
    if (!scope.isTemplate && /^\s*(?:\{\s*\}\s*)?$/.test(value)) return;
    const document = readEmbedded(written ? this.#textOf(scope) : undefined, node, true);
    if (document?.kind === 'string' && isUnknownText(value)) this.unknown.push({ pointer, scope });
    else if (document !== undefined)
      this.#add(document, { pointer, scope, embedded: true, source: sourceOf(document, value) });
  }

  #visitObject(node: JsonObject, pointer: string, scope: Scope): void {
    if (isPolicyDocument(node)) {
      // An event bus has a statement among its properties, without a document around it.
      const isBare = scope.member === 'Properties' && memberOf(node, 'Version') === undefined;
      const statement = memberOf(node, 'Statement');
      if (!isBare || statement === undefined) this.#add(node, { pointer, scope });
      else this.#addWritten(documentAround(statement, pointerTo(pointer, 'Statement')), pointer, scope);
      return;
    }
    if (scope.isTemplate && this.#visitIntrinsicText(node, pointer, scope)) return;
    // Terraform's data sources repeat what is elsewhere.
    if (isText(memberOf(node, 'mode'), 'data') && memberOf(node, 'type') !== undefined) return;
    if (this.#visitWritten(node, pointer, scope)) return;
    const inner = enterObject(scope, node);
    for (const { name, value } of node.members) {
      this.visit(value, pointerTo(pointer, name.value), enterMember(inner, name.value));
    }
  }

  /** What a service or tool writes a policy from. */
  #visitWritten(node: JsonObject, pointer: string, scope: Scope): boolean {
    const { resourceType, member, outerMember } = scope;
    const written =
      member === 'ResourcePolicy' && outerMember === 'Auth'
        ? readApiResourcePolicy(node, pointer)
        : resourceType !== undefined && PROPERTIES.has(member)
          ? readPropertyGrant(resourceType, node, pointer)
          : undefined;
    if (written === undefined) return false;
    this.#addWritten(written, pointer, {
      ...scope,
      type: 'resource',
      isTemplate: scope.isTemplate || member === 'ResourcePolicy',
    });
    return true;
  }

  #visitArray(items: readonly JsonNode[], pointer: string, scope: Scope): void {
    const [first] = items;
    const type = bareStatementsType(scope);
    if (first !== undefined && type !== undefined && items.some(isStatement)) {
      const { start } = first;
      const end = items.at(-1)?.end ?? first.end;
      const document = documentAround({ kind: 'array', start, end, items }, pointer);
      this.#addWritten(document, pointer, { ...scope, type, isTemplate: true, isServerless: true });
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
    this.#visitText(stringAt(node, textOf(node)), pointer, { ...scope, isEmbedded: true });
    return true;
  }

  #visitText(node: JsonString, pointer: string, scope: Scope): void {
    if (TEMPLATES.has(scope.member) && this.#visitTemplate(node, pointer, scope)) return;
    const document = readEmbedded(this.#textOf(scope), node);
    if (document === undefined) return;
    if (document.kind === 'string') this.#add(document, { pointer, scope, embedded: true });
    const source = sourceOf(document, node.value);
    for (const each of document.kind === 'array' ? document.items : [document]) {
      if (isPolicyDocument(each)) this.#add(each, { pointer, scope, embedded: true, source });
    }
  }

  /** A template in a text, as sets of stacks and answers about stacks have it. */
  #visitTemplate(node: JsonString, pointer: string, scope: Scope): boolean {
    const { value } = node;
    const root = parseJson(value).node ?? this.#source.readTemplate?.(value);
    if (root === undefined || root.kind === 'string') return false;
    const text = this.#textOf(scope);
    const at = text === undefined ? { start: () => node.start, end: () => node.end } : mapInto(text, node);
    this.visit(relocate(root, at), pointer, { ...ROOT_SCOPE, isEmbedded: true });
    return true;
  }

  /** The text that offsets count in; in a text of the file, what is in another text has no place of its own. */
  #textOf({ isEmbedded }: Scope): string | undefined {
    return isEmbedded ? undefined : this.#source.text;
  }

  #addWritten({ node, places }: WrittenDocument, pointer: string, scope: Scope): void {
    this.found.push({ node, pointer, scope, embedded: scope.isEmbedded, places });
  }

  #add(node: JsonNode, { pointer, scope, source, embedded = false }: Place): void {
    this.found.push({ node, pointer, scope, source, embedded: embedded || scope.isEmbedded });
  }
}

/** The members that have the properties of a resource, in templates, in plans and in states. */
const PROPERTIES: ReadonlySet<string> = new Set(['Properties', 'values', 'attributes']);

const TEMPLATES: ReadonlySet<string> = new Set(['TemplateBody', 'template_body']);

/** The text of an embedded document, where it stands there as it is. */
function sourceOf(document: JsonNode, text: string): string | undefined {
  return document.kind === 'object' && text.trimStart().startsWith('{') ? text : undefined;
}

/** Whether an object is meant to be a statement. */
function isStatement(node: JsonNode): boolean {
  return (
    node.kind === 'object' && node.members.some(({ name }) => /^(?:effect|(?:not)?action)$/i.test(name.value))
  );
}
