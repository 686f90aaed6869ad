import { locate, parseJson, type JsonNode } from '@policywright/policy';
import type { PolicySlot } from './policySlot.ts';

/** A part of a document: offsets into the slot's text. */
export interface Place {
  readonly slot: PolicySlot;
  readonly start: number;
  readonly end: number;
  /** Pointer from the root of the document. */
  readonly pointer: string;
}

/** The documents by their pointer in the policy set. */
export type PlacesBySlot = ReadonlyMap<string, PolicySlot>;

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
 * @param ref - pointer in the policy set, such as `/scps/1/0/Statement/2/Condition/StringEquals`.
 */
export function placeOf(places: PlacesBySlot, ref: string): Place | undefined {
  for (const [prefix, slot] of places) {
    if (!ref.startsWith(`${prefix}/Statement`)) continue;
    const pointer = ref.slice(prefix.length);
    const node = nodeOf(slot);
    const found = node === undefined ? undefined : locate(node, pointer);
    return found === undefined ? undefined : { slot, start: found.start, end: found.end, pointer };
  }
  return undefined;
}
