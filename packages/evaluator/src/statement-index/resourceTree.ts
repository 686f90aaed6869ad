import type { CompiledStatement } from '../statement/compiledStatement.ts';
import type { ResourcePattern } from '../statement/resourceMatch.ts';

/** A resource pattern and the statements that list it. */
export interface ResourceBucket {
  readonly pattern: ResourcePattern;
  readonly statements: CompiledStatement[];
}

/**
 * The statements of one action, arranged so that a request meets only those whose resource patterns share
 * its leading and trailing characters. `always` holds those without a pattern to look up.
 */
export interface ResourceTree {
  /** Cover every resource: no `Resource`, or `*` among its values. */
  readonly always: readonly CompiledStatement[];
  /** `NotResource`: must be asked one by one. */
  readonly negated: readonly CompiledStatement[];
  readonly root: TreeNode | undefined;
}

/**
 * A node of a decision tree over characters: patterns that are told apart no further, and a branch on the
 * one character at `position` (counted from the end when `fromEnd`). Characters in between are not
 * looked at: a pattern that is reached may still not match, one that is not reached cannot match.
 */
export interface TreeNode {
  readonly buckets: readonly ResourceBucket[];
  /** A tree over the last characters, of patterns that share their first ones. */
  readonly bySuffix: TreeNode | undefined;
  readonly fromEnd: boolean;
  readonly position: number;
  readonly children: ReadonlyMap<number, TreeNode> | undefined;
}

/** Up to this many patterns are simply tried one after the other. */
const LEAF_SIZE = 4;

/**
 * Arranges the statements of one action.
 *
 * @param statements - in the order of the policy set.
 */
export function buildResourceTree(statements: readonly CompiledStatement[]): ResourceTree {
  const always: CompiledStatement[] = [];
  const negated: CompiledStatement[] = [];
  const buckets = new Buckets();
  for (const statement of statements) {
    const { resources } = statement;
    if (resources === undefined) always.push(statement);
    else if (statement.source.resource?.negated) negated.push(statement);
    else if (resources.some((pattern) => pattern.every)) always.push(statement);
    else for (const pattern of resources) buckets.add(pattern, statement);
  }
  const { list } = buckets;
  return {
    always,
    negated,
    root: list.length === 0 ? undefined : buildNode(list, { from: 0, fromEnd: false }),
  };
}

/** Brings statements together that list the same pattern. */
class Buckets {
  readonly list: ResourceBucket[] = [];
  /** The same text compiles to the same pattern only within a document version, a kind of layer and an effect. */
  readonly #alike: Map<string, Map<string, ResourceBucket>> = new Map();

  add(pattern: ResourcePattern, statement: CompiledStatement): void {
    const buckets = this.#bucketsLike(statement);
    const bucket = buckets.get(pattern.text);
    if (bucket === undefined) {
      const added = { pattern, statements: [statement] };
      buckets.set(pattern.text, added);
      this.list.push(added);
    } else if (bucket.statements[bucket.statements.length - 1] !== statement)
      bucket.statements.push(statement);
  }

  #bucketsLike({ policy, layerBit, deny }: CompiledStatement): Map<string, ResourceBucket> {
    const key = `${policy.version ?? ''} ${layerBit} ${deny}`;
    let buckets = this.#alike.get(key);
    if (buckets === undefined) this.#alike.set(key, (buckets = new Map()));
    return buckets;
  }
}

interface Direction {
  readonly from: number;
  readonly fromEnd: boolean;
}

function buildNode(buckets: readonly ResourceBucket[], direction: Direction): TreeNode {
  const { fromEnd } = direction;
  const leaf = { fromEnd, position: 0, children: undefined, bySuffix: undefined };
  if (buckets.length <= LEAF_SIZE) return { ...leaf, buckets };
  const position = commonLength(buckets, direction);
  const ended: ResourceBucket[] = [];
  const groups = new Map<number, ResourceBucket[]>();
  for (const bucket of buckets) {
    const code = codeAt(edge(bucket, fromEnd), position, fromEnd);
    if (Number.isNaN(code)) ended.push(bucket);
    else if (groups.has(code)) groups.get(code)?.push(bucket);
    else groups.set(code, [bucket]);
  }
  const children = new Map<number, TreeNode>();
  for (const [code, group] of groups) children.set(code, buildNode(group, { from: position + 1, fromEnd }));
  const deeper = !fromEnd && ended.length > LEAF_SIZE;
  return {
    fromEnd,
    position,
    buckets: deeper ? [] : ended,
    bySuffix: deeper ? buildNode(ended, { from: 0, fromEnd: true }) : undefined,
    children: children.size === 0 ? undefined : children,
  };
}

function edge({ pattern }: ResourceBucket, fromEnd: boolean): string {
  return fromEnd ? pattern.suffix : pattern.prefix;
}

function codeAt(text: string, position: number, fromEnd: boolean): number {
  return text.charCodeAt(fromEnd ? text.length - 1 - position : position);
}

/** How far all edges agree, counted from `from`. */
function commonLength(buckets: readonly ResourceBucket[], { from, fromEnd }: Direction): number {
  const [first, ...rest] = buckets;
  if (first === undefined) return from;
  const text = edge(first, fromEnd);
  let length = text.length;
  for (const bucket of rest) {
    const other = edge(bucket, fromEnd);
    let same = from;
    const limit = Math.min(length, other.length);
    while (same < limit && codeAt(text, same, fromEnd) === codeAt(other, same, fromEnd)) same++;
    length = same;
  }
  return Math.max(from, length);
}
