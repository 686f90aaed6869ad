import type { DiagnosticCode } from '../../diagnostic/diagnosticCodes.ts';
import type { Findings } from '../../diagnostic/findings.ts';
import { resolveLimits, type JsonLimits } from '../jsonLimits.ts';
import type { JsonArray, JsonMember, JsonNode, JsonObject } from '../jsonNode.ts';
import { pointerTo } from '../jsonPointer.ts';
import { describeValue } from './describeValue.ts';

/** A value takes about so many bytes as text, which makes the bound on bytes one on the number of values. */
const BYTES_PER_VALUE = 16;
const MOST_MISTAKES = 20;
const NOWHERE = { start: 0, end: 0 } as const;

interface Walk {
  readonly findings: Findings;
  /** The objects around the value that is read: one of them again is a cycle. */
  readonly open: Set<object>;
  /** How many more values are read. */
  budget: number;
}

interface Place {
  readonly pointer: string;
  /** How many more levels of nesting are allowed. */
  readonly levels: number;
}

/**
 * Makes a tree of a JavaScript value, as its JSON text would have given it; all offsets are 0.
 *
 * @param value - anything.
 * @param findings - where what has no JSON form is reported.
 * @param limits - bounds on depth and on size.
 * @returns the tree, or `undefined` where something in it has no JSON form.
 */
export function nodeFromValue(value: unknown, findings: Findings, limits?: JsonLimits): JsonNode | undefined {
  const { maxDepth, maxBytes } = resolveLimits(limits);
  const walk: Walk = { findings, open: new Set(), budget: maxBytes / BYTES_PER_VALUE };
  const node = readUnknown(walk, value, { pointer: '', levels: maxDepth });
  return findings.failed ? undefined : node;
}

function readUnknown(walk: Walk, value: unknown, place: Place): JsonNode | undefined {
  walk.budget -= 1;
  if (!(walk.budget >= 0))
    return reject(walk, place, { code: 'json-too-large', found: 'more values than the limit' });
  if (typeof value === 'string') return { kind: 'string', ...NOWHERE, value };
  if (typeof value === 'boolean') return { kind: 'boolean', ...NOWHERE, value };
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) {
    return { kind: 'number', ...NOWHERE, text: String(value) };
  }
  if (value === null) return { kind: 'null', ...NOWHERE };
  if (typeof value !== 'object') return reject(walk, place, { found: describeValue(value) });
  return readContainer(walk, value, place);
}

function readContainer(walk: Walk, value: object, place: Place): JsonNode | undefined {
  if (walk.open.has(value)) return reject(walk, place, { found: 'a value that contains itself' });
  if (!(place.levels > 0)) {
    return reject(walk, place, {
      code: 'json-too-deep',
      found: 'values that are nested deeper than the limit',
    });
  }
  walk.open.add(value);
  try {
    return Array.isArray(value) ? readItems(walk, value, place) : readMembers(walk, value, place);
  } catch {
    // Accessors and proxies run the caller's code, which may throw anything.
    return reject(walk, place, { found: 'a value that cannot be read' });
  } finally {
    walk.open.delete(value);
  }
}

function readItems(walk: Walk, value: readonly unknown[], { pointer, levels }: Place): JsonArray {
  const items: JsonNode[] = [];
  const { length } = value;
  for (let index = 0; index < length && !isFinished(walk); index += 1) {
    const item = readUnknown(walk, value[index], { pointer: pointerTo(pointer, index), levels: levels - 1 });
    if (item !== undefined) items.push(item);
  }
  return { kind: 'array', ...NOWHERE, items };
}

function readMembers(walk: Walk, value: object, { pointer, levels }: Place): JsonObject {
  const members: JsonMember[] = [];
  for (const key of Object.keys(value)) {
    if (isFinished(walk)) break;
    const child = pointerTo(pointer, key);
    const item = readProperty(walk, value, { key, pointer: child });
    if (item === undefined) continue;
    const node = readUnknown(walk, item, { pointer: child, levels: levels - 1 });
    if (node !== undefined) members.push({ name: { kind: 'string', ...NOWHERE, value: key }, value: node });
  }
  return { kind: 'object', ...NOWHERE, members };
}

function readProperty(
  walk: Walk,
  value: object,
  place: { readonly key: string; readonly pointer: string },
): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[place.key];
  } catch {
    return reject(walk, place, { found: 'a member that cannot be read' });
  }
}

function isFinished(walk: Walk): boolean {
  return walk.budget < 0 || walk.findings.count >= MOST_MISTAKES;
}

function reject(
  walk: Walk,
  { pointer }: { readonly pointer: string },
  fault: { readonly code?: DiagnosticCode; readonly found: string },
): undefined {
  if (walk.findings.count >= MOST_MISTAKES) return;
  walk.findings.report({
    code: fault.code ?? 'unsupported-value',
    message: `found ${fault.found}, expected what JSON can hold`,
    at: NOWHERE,
    pointer,
  });
}
