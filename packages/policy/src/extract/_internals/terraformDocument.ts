import { memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonMember, JsonNode } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { unknownText } from '../unknownText.ts';
import {
  addTo,
  arrayAt,
  memberAt,
  objectAt,
  StatementWriter,
  stringAt,
  type WrittenDocument,
} from './writtenDocument.ts';

/** A value of the configuration of a data source. */
export interface Argument {
  readonly node: JsonNode;
  /** What of it is not known, where a plan says so: `true` for all, or the same of its members. */
  readonly unknown: JsonNode | undefined;
  readonly pointer: string;
  /** Whether the values in it are expressions: `constant_value`, or `references` to what is not known. */
  readonly isExpression: boolean;
}

/**
 * Writes the document that a data source `aws_iam_policy_document` makes of its arguments, as far as they are known.
 *
 * @param source - the arguments.
 * @returns `undefined` where it has no statement of its own.
 */
export function writeDataDocument(source: Argument): WrittenDocument | undefined {
  const writer = new StatementWriter();
  for (const block of blocksOf(source, 'statement')) {
    const statement = new StatementReader(block);
    writer.add(statement.read(), statement.places);
  }
  return writer.isEmpty ? undefined : writer.document(source.node);
}

class StatementReader {
  readonly places = new Map<string, string>();
  readonly #block: Argument;

  constructor(block: Argument) {
    this.#block = block;
    this.places.set('', block.pointer);
  }

  read(): JsonNode {
    const { node } = this.#block;
    const principals = [
      ...this.#principals('Principal', 'principals'),
      ...this.#principals('NotPrincipal', 'not_principals'),
    ];
    const actions = [...this.#list('Action', 'actions'), ...this.#list('NotAction', 'not_actions')];
    const resources = [...this.#list('Resource', 'resources'), ...this.#list('NotResource', 'not_resources')];
    const effect = this.#list('Effect', 'effect');
    // What every statement has to have is there, whether the plan knows it or not.
    if (effect.length === 0) effect.push(memberAt(node, 'Effect', stringAt(node, 'Allow')));
    if (actions.length === 0) actions.push(unknownMember(node, 'Action'));
    if (resources.length === 0 && principals.length === 0) resources.push(unknownMember(node, 'Resource'));
    return objectAt(node, [
      ...this.#list('Sid', 'sid'),
      ...effect,
      ...principals,
      ...actions,
      ...resources,
      ...this.#conditions(),
    ]);
  }

  /** An element of a text or list, if it has a value. */
  #list(element: string, name: string): JsonMember[] {
    const argument = partOf(this.#block, name);
    const value = argument === undefined ? undefined : valueOf(argument);
    if (argument === undefined || value === undefined || isEmptyList(value)) return [];
    this.places.set(`/${element}`, argument.pointer);
    return [memberAt(argument.node, element, value)];
  }

  #principals(element: string, name: string): readonly JsonMember[] {
    const blocks = blocksOf(this.#block, name);
    const [first] = blocks;
    if (first === undefined) return [];
    const kinds = new Map<string, JsonNode[]>();
    for (const block of blocks) {
      const type = textOf(block, 'type');
      const argument = partOf(block, 'identifiers');
      const value = argument === undefined ? undefined : valueOf(argument);
      if (argument === undefined || value === undefined) continue;
      const values = value.kind === 'array' ? value.items : [value];
      const isEverybody = type === '*' && values.some((each) => each.kind === 'string' && each.value === '*');
      if (isEverybody) return [memberAt(argument.node, element, stringAt(value, '*'))];
      const kind = type === undefined || type === '*' ? 'AWS' : type;
      this.places.set(`/${element}/${kind}`, argument.pointer);
      addTo(kinds, kind, values);
    }
    this.places.set(`/${element}`, first.pointer);
    const members = [...kinds].map(([kind, values]) =>
      memberAt(first.node, kind, arrayAt(first.node, values)),
    );
    return [memberAt(first.node, element, objectAt(first.node, members))];
  }

  #conditions(): readonly JsonMember[] {
    const operators = new Map<string, JsonMember[]>();
    for (const block of blocksOf(this.#block, 'condition')) {
      const argument = partOf(block, 'values');
      const value = argument === undefined ? undefined : valueOf(argument);
      const operator = textOf(block, 'test') ?? 'StringEquals';
      const key = textOf(block, 'variable') ?? unknownText('variable');
      if (argument === undefined || value === undefined) continue;
      const at = pointerTo('/Condition', operator);
      this.places.set(at, block.pointer);
      this.places.set(pointerTo(at, key), argument.pointer);
      addTo(operators, operator, [memberAt(block.node, key, value)]);
    }
    if (operators.size === 0) return [];
    const { node } = this.#block;
    const members = [...operators].map(([operator, keys]) => memberAt(node, operator, objectAt(node, keys)));
    return [memberAt(node, 'Condition', objectAt(node, members))];
  }
}

/** The blocks of a name; one that is repeated is a list. */
function blocksOf(argument: Argument, name: string): readonly Argument[] {
  const part = partOf(argument, name);
  if (part === undefined || part.node.kind === 'null') return [];
  if (part.node.kind !== 'array') return part.node.kind === 'object' ? [part] : [];
  return part.node.items.map((node, index) => ({
    node,
    unknown: part.unknown?.kind === 'array' ? part.unknown.items[index] : part.unknown,
    pointer: pointerTo(part.pointer, index),
    isExpression: part.isExpression,
  }));
}

function partOf({ node, unknown, pointer, isExpression }: Argument, name: string): Argument | undefined {
  const part = memberOf(node, name);
  const isUnknown = unknown?.kind === 'object' ? memberOf(unknown, name) : unknown;
  if (part === undefined && !isAllUnknown(isUnknown)) return undefined;
  const { start, end } = node;
  return {
    node: part ?? { kind: 'null', start, end },
    unknown: isUnknown,
    pointer: pointerTo(pointer, name),
    isExpression,
  };
}

/** The value of an argument, what is not known in it as a text of that kind; `undefined` where it has none. */
function valueOf({ node, unknown, isExpression }: Argument): JsonNode | undefined {
  if (isExpression) {
    const constant = memberOf(node, 'constant_value');
    if (constant !== undefined)
      return valueOf({ node: constant, unknown: undefined, pointer: '', isExpression: false });
    const references = memberOf(node, 'references');
    const [first] = references?.kind === 'array' ? references.items : [];
    return stringAt(node, unknownText(first?.kind === 'string' ? first.value : 'value'));
  }
  if (isAllUnknown(unknown)) return stringAt(node, unknownText('value'));
  if (node.kind === 'null') return undefined;
  if (node.kind === 'string') return { ...node, value: withPolicyVariables(node.value) };
  if (node.kind !== 'array') return node;
  return {
    ...node,
    items: node.items.map(
      (item) =>
        // A list has no values that are left out: they are those that are not known.
        valueOf({ node: item, unknown: undefined, pointer: '', isExpression }) ??
        stringAt(item, unknownText('value')),
    ),
  };
}

/** `&{aws:username}` is what Terraform writes for a policy variable. */
function withPolicyVariables(text: string): string {
  return text.replaceAll('&{', '${');
}

function textOf(block: Argument, name: string): string | undefined {
  const part = partOf(block, name);
  const value = part === undefined ? undefined : valueOf(part);
  return value?.kind === 'string' ? value.value : undefined;
}

function isAllUnknown(node: JsonNode | undefined): boolean {
  return node?.kind === 'boolean' && node.value;
}

function isEmptyList(node: JsonNode): boolean {
  return node.kind === 'array' && node.items.length === 0;
}

function unknownMember(at: JsonNode, name: string): JsonMember {
  return memberAt(at, name, stringAt(at, unknownText(name)));
}
