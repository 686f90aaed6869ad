import { locate, parseJson } from '@policywright/policy';
import type { PolicySlot } from './policySlot.ts';

/** A part of a document: offsets into the slot's text. */
export interface Place {
  readonly slot: PolicySlot;
  readonly start: number;
  readonly end: number;
  /** Pointer from the root of the document. */
  readonly pointer: string;
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
    const { node } = parseJson(slot.text);
    const found = node === undefined ? undefined : locate(node, pointer);
    return found === undefined ? undefined : { slot, start: found.start, end: found.end, pointer };
  }
  return undefined;
}
