import { positionAt, type JsonMember, type JsonNode, type JsonString } from '@policywright/policy';
import type { Finding } from '@policywright/lint';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  parseDocument,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { mendYaml } from './mendYaml.ts';

/** The trees of a YAML text, or what keeps it from being read. */
export type YamlReading =
  | {
      readonly ok: true;
      readonly roots: readonly JsonNode[];
      /** Whether a placeholder such as `{{ x }}` stands for a value, which YAML reads as a mapping. */
      readonly isUnfilled: boolean;
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** In UTF-16 units: templates of CloudFormation may have no more, and the parser needs seconds for it. */
const LONGEST = 1024 * 1024;
const DEEPEST = 200;
/** Aliases can repeat values without bound. */
const MOST_NODES = 300_000;

/**
 * Reads YAML into trees as `parseJson` gives them, with offsets in the text. The short forms of intrinsics become
 * objects with one member, and maps have the members of those that they merge (`<<`).
 *
 * @param text - of the whole file; each of its documents is a tree.
 * @returns never throws.
 */
export function readYaml(text: string): YamlReading {
  if (text.length > LONGEST) return failed(text, 'the YAML text is larger than the limit', 0);
  try {
    const documents = documentsOf(text);
    const [error] = errorsOf(documents);
    const mended = error === undefined ? text : mendYaml(text);
    const readable = mended === text ? documents : documentsOf(mended);
    if (error !== undefined && (readable === documents || errorsOf(readable).length > 0))
      return failed(text, `the text is not YAML: ${lowerFirst(error.message)}`, error.pos[0]);
    const state = { text, isMended: mended !== text, nodes: MOST_NODES, isUnfilled: false };
    const roots = readable.map(({ contents }) =>
      new TreeReader(state, isTemplate(contents)).read(contents, 0),
    );
    return { ok: true, roots, isUnfilled: state.isUnfilled };
  } catch (error) {
    // The parser recurses; and what is read of the tree is bounded.
    if (error instanceof RangeError) return failed(text, 'the YAML text is nested deeper than the limit', 0);
    throw error;
  }
}

const OPTIONS = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;

function documentsOf(text: string): readonly Document[] {
  const documents = parseAllDocuments(text, OPTIONS);
  return 'empty' in documents ? [] : documents;
}

function errorsOf(documents: readonly Document[]): Document['errors'] {
  return documents.flatMap(({ errors }) => errors);
}

function failed(text: string, message: string, offset: number): YamlReading {
  const start = positionAt(text, Math.min(offset, text.length));
  const code = 'yaml-syntax-error';
  const range = { start, end: start };
  return { ok: false, findings: [{ code, severity: 'error', message, path: '', range, aliases: {} }] };
}

function lowerFirst(message: string): string {
  const [line = ''] = message.split('\n');
  return line.slice(0, 1).toLowerCase() + line.slice(1);
}

/** What the documents of a text have in common. */
interface ReadingState {
  readonly text: string;
  /** Whether lines of the text were joined before. */
  readonly isMended: boolean;
  /** How many more nodes are read. */
  nodes: number;
  isUnfilled: boolean;
}

/** Whether a document is a template of CloudFormation. */
function isTemplate(contents: unknown): boolean {
  return (
    isMap(contents) && (contents.has('AWSTemplateFormatVersion') || isMap(contents.get('Resources', true)))
  );
}

/**
 * What YAML 1.1 has as booleans beside those of 1.2. CloudFormation names YAML 1.1 ("Template formats", read 2026-11-30);
 * that it reads these words so is from memory, unchecked.
 */
const MORE_BOOLEANS = /^(?:(yes|Yes|YES|on|On|ON)|no|No|NO|off|Off|OFF)$/;

/** One document on its way to a tree. */
class TreeReader {
  /** Nodes by anchor, as far as the document was read: an alias means the last one before it. */
  readonly #anchors = new Map<string, Node>();
  readonly #state: ReadingState;
  readonly #isTemplate: boolean;

  constructor(state: ReadingState, isTemplate: boolean) {
    this.#state = state;
    this.#isTemplate = isTemplate;
  }

  read(node: unknown, depth: number): JsonNode {
    this.#state.nodes -= 1;
    if (depth > DEEPEST || this.#state.nodes < 0) throw new RangeError('too much YAML');
    if (isAlias(node)) return this.read(this.#anchors.get(node.source), depth + 1);
    if (isNode(node) && 'anchor' in node && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const value = this.#value(node, depth);
    const name = intrinsicName(node);
    if (name === undefined) return value;
    const { start, end } = value;
    return {
      kind: 'object',
      start,
      end,
      members: [{ name: textNode(name, value), value: longForm(name, value) }],
    };
  }

  #value(node: unknown, depth: number): JsonNode {
    const place = placeOf(node);
    if (isMap(node)) {
      this.#state.isUnfilled ||= node.flow === true && node.items.some(({ key }) => isMap(key));
      return { kind: 'object', ...place, members: this.#members(node, depth) };
    }
    if (isSeq(node))
      return { kind: 'array', ...place, items: node.items.map((item) => this.read(item, depth + 1)) };
    if (!isScalar(node)) return { kind: 'null', ...place };
    const { value, source } = node;
    const more =
      this.#isTemplate && node.type === 'PLAIN' && node.tag === undefined
        ? MORE_BOOLEANS.exec(source ?? '')
        : null;
    if (more !== null) return { kind: 'boolean', ...place, value: more[1] !== undefined };
    if (typeof value === 'string') return { kind: 'string', ...place, value: this.#quoted(node, value) };
    if (typeof value === 'boolean') return { kind: 'boolean', ...place, value };
    if (typeof value === 'number') return { kind: 'number', ...place, text: source ?? String(value) };
    return { kind: 'null', ...place };
  }

  /** The members of a map, then those of the maps that it merges, as far as no member before has their names. */
  #members(node: YAMLMap, depth: number): readonly JsonMember[] {
    const members: JsonMember[] = [];
    const merged: JsonNode[] = [];
    for (const { key, value } of node.items) {
      const name = nameOf(key);
      const read: JsonNode = value === null ? { kind: 'null', ...placeOf(key) } : this.read(value, depth + 1);
      const isMerge = isScalar(key) && key.type === 'PLAIN' && name.value === '<<' && isMergeable(read);
      if (isMerge) merged.push(read);
      else members.push({ name, value: read });
    }
    const names = new Set(members.map(({ name }) => name.value));
    for (const each of merged.flatMap((node) => (node.kind === 'array' ? node.items : [node]))) {
      for (const member of each.kind === 'object' ? each.members : []) {
        if (!names.has(member.name.value)) members.push(member);
        names.add(member.name.value);
      }
    }
    return members;
  }

  /** A text in quotation marks whose lines were joined has spaces too many, unless it is read by itself. */
  #quoted(node: Scalar, value: string): string {
    const { text, isMended } = this.#state;
    if (!isMended || (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE')) return value;
    const { start } = placeOf(node);
    const written = text.slice(start, node.range?.[1]);
    if (!/[\r\n]/.test(written)) return value;
    const { contents } = parseDocument(written, OPTIONS);
    return isScalar(contents) && typeof contents.value === 'string' ? contents.value : value;
  }
}

/** Whether the value of a merge key is a map or a list of maps. */
function isMergeable(node: JsonNode): boolean {
  return (
    node.kind === 'object' || (node.kind === 'array' && node.items.every(({ kind }) => kind === 'object'))
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf(node: unknown): Place {
  const range = isNode(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function isNode(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
}

function textNode(value: string, { start, end }: Place): JsonString {
  return { kind: 'string', start, end, value };
}

function nameOf(key: unknown): JsonString {
  return textNode(isScalar(key) ? (key.source ?? String(key.value)) : '', placeOf(key));
}

/** `Ref` for `!Ref`, `Fn::Sub` for `!Sub`; `undefined` for tags of YAML itself and values without one. */
function intrinsicName(node: unknown): string | undefined {
  const tag = isNode(node) && 'tag' in node ? node.tag : undefined;
  if (tag === undefined || !/^![A-Za-z]/.test(tag)) return undefined;
  const name = tag.slice(1);
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

/** `!GetAtt Task.Arn` is `{ "Fn::GetAtt": ["Task", "Arn"] }`. */
function longForm(name: string, value: JsonNode): JsonNode {
  const dot = name === 'Fn::GetAtt' && value.kind === 'string' ? value.value.indexOf('.') : -1;
  if (value.kind !== 'string' || dot < 0) return value;
  const items = [value.value.slice(0, dot), value.value.slice(dot + 1)].map((text) => textNode(text, value));
  return { kind: 'array', start: value.start, end: value.end, items };
}
