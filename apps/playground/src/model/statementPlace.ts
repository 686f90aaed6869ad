import { isRecord, locate, parseJson, type JsonNode } from '@policywright/policy';
import type { PolicySlot } from './policySlot.ts';

/** A part of a document: offsets into the slot's text. */
export interface Place {
  readonly slot: PolicySlot;
  readonly start: number;
  readonly end: number;
  /** Pointer from the root of the document. */
  readonly pointer: string;
}

const nodes = new WeakMap<PolicySlot, JsonNode>();

/** The tree of a document's text; read once, since the text of a slot never changes. */
function nodeOf(slot: PolicySlot): JsonNode | undefined {
  let node = nodes.get(slot);
  if (node === undefined) {
    node = parseJson(slot.text).node;
    if (node !== undefined) nodes.set(slot, node);
  }
  return node;
}

/**
 * Finds a statement, or an element of it, in the text where somebody wrote it.
 *
 * @param places - the documents by their pointer in the policy set.
 * @param ref - pointer of the statement in the policy set, such as `/scps/1/0/Statement/2`.
 * @param element - pointer below the statement, such as `/Condition/StringEquals`.
 */
export function placeOf(
  places: ReadonlyMap<string, PolicySlot>,
  ref: string,
  element: string = '',
): Place | undefined {
  for (const [prefix, slot] of places) {
    if (!ref.startsWith(`${prefix}/Statement`)) continue;
    const pointer = ref.slice(prefix.length) + element;
    const node = nodeOf(slot);
    const found = node === undefined ? undefined : locate(node, pointer);
    return found === undefined ? undefined : { slot, start: found.start, end: found.end, pointer };
  }
  return undefined;
}

/**
 * The texts of an element as somebody wrote them: one or a list; of a principal as `AWS: 111122223333`.
 *
 * @param places - the documents by their pointer in the policy set.
 * @param ref - pointer of the statement in the policy set.
 * @param element - name of the element, such as `Resource`.
 */
export function valuesOf(
  places: ReadonlyMap<string, PolicySlot>,
  ref: string,
  element: string,
): readonly string[] {
  const place = placeOf(places, ref, `/${element}`);
  if (place === undefined) return [];
  const value = JSON.parse(place.slot.text.slice(place.start, place.end)) as unknown;
  if (isRecord(value))
    return Object.entries(value).flatMap(([kind, of]) => textsIn(of).map((text) => `${kind}: ${text}`));
  return textsIn(value);
}

function textsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map(String);
}
