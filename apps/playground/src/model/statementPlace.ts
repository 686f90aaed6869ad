import { locate } from '@policywright/policy';
import { readSlot } from './decided.ts';
import type { PolicySlot } from './policySlot.ts';
import { flags } from './state.ts';

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
    const reading = readSlot(slot, flags.peek().resourcePolicyKind === 'trust');
    const found = reading.ok ? locate(reading.policy.root, pointer) : undefined;
    return found === undefined ? undefined : { slot, start: found.start, end: found.end, pointer };
  }
  return undefined;
}
