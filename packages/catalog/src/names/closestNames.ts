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

/**
 * Counts the edits between two texts (optimal string alignment), giving up above a limit.
 *
 * @param limit - the greatest number of interest.
 * @returns the number of edits, or `limit + 1` when there are more.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) edits = Math.min(edits, at(before, j - 2) + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(at(previous, b.length), limit + 1);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
