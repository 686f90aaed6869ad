/**
 * Finds the name that was probably meant.
 *
 * @returns the candidate with the fewest edits, or `undefined` where a third of the letters would change.
 */
export function closestMember(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.ceil(Math.min(name.length, 64) / 3);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (const [row, unit] of left.split('').entries()) {
    const current = [row + 1];
    for (const [column, other] of right.split('').entries()) {
      const replaced = (above[column] ?? 0) + (unit === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above[right.length] ?? 0;
}
