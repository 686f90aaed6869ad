import { editDistance } from './_internals/editDistance.ts';

/** How {@link closestNames} chooses. */
export interface ClosestNamesOptions {
  /** The most names to return; 3 if not given. */
  readonly limit?: number;
  /** The greatest number of edits; a third of the text's length if not given, at least 1. */
  readonly maxEdits?: number;
}

/**
 * Finds the names that are nearest to a text, for messages of the form "did you mean".
 *
 * The distance is the number of inserted, removed, replaced or swapped characters, letter case aside.
 *
 * @param text - what somebody wrote; more than 256 characters have no near names.
 * @param candidates - the names to choose from.
 * @returns the nearest first, then by code point; empty when nothing is near.
 */
export function closestNames(
  text: string,
  candidates: Iterable<string>,
  options: ClosestNamesOptions = {},
): readonly string[] {
  if (text.length > MAX_LENGTH) return [];
  const wanted = text.toLowerCase();
  const maxEdits = options.maxEdits ?? Math.max(1, Math.floor(text.length / 3));
  const near: { readonly name: string; readonly edits: number }[] = [];
  for (const name of candidates) {
    const edits = editDistance(wanted, name.toLowerCase(), maxEdits);
    if (edits <= maxEdits) near.push({ name, edits });
  }
  near.sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  return near.slice(0, options.limit ?? 3).map(({ name }) => name);
}

const MAX_LENGTH = 256;
