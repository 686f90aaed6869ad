/**
 * Counts the edits between two texts (optimal string alignment), giving up above a limit.
 *
 * Looks only at the cells of the table that a path of at most so many edits can pass, so that it takes time
 * proportional to the limit and the shorter text.
 *
 * @param limit - the greatest number of interest.
 * @returns the number of inserted, removed, replaced or swapped characters, or `limit + 1` when there are more.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooMany = limit + 1;
  if (!(Math.abs(a.length - b.length) <= limit)) return tooMany;
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (start === endA || start === endB) return endA + endB - 2 * start;
  // No distance is greater than the longer text.
  const widest = Math.min(Math.trunc(limit), Math.max(endA, endB) - start);
  const edits = alignParts(a.slice(start, endA), b.slice(start, endB), widest);
  return edits <= limit ? edits : tooMany;
}

let rows: readonly [Int32Array, Int32Array, Int32Array] | undefined;

/** @returns the number of edits, or more than `limit`. */
function alignParts(a: string, b: string, limit: number): number {
  let [before, previous, current] = rowsFor(b.length + 2);
  for (let j = 0; j <= Math.min(b.length, limit) + 1; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    // INVARIANT: the cells beside those of a row hold more than the limit, for this row and the next two to read.
    current[from - 1] = from === 1 ? i : limit + 1;
    current[to + 1] = limit + 1;
    const letter = a.charCodeAt(i - 1);
    const letterBefore = a.charCodeAt(i - 2);
    let least = current[from - 1] ?? 0;
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let edits = (previous[j - 1] ?? 0) + (letter === other ? 0 : 1);
      edits = Math.min(edits, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && letterBefore === other) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      }
      current[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? 0;
}

/** The rows of the last call again, where they are long enough: most calls are one of thousands. */
function rowsFor(length: number): readonly [Int32Array, Int32Array, Int32Array] {
  if (rows === undefined || rows[0].length < length) {
    rows = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  }
  return rows;
}
