const MOST_LISTED = 8;

/**
 * Help for a name that does not exist: the closest one, else all of them where they are few.
 *
 * @param wrong - what was written.
 * @param names - the names that exist.
 */
export function didYouMean(wrong: string, names: readonly string[]): string | undefined {
  const closest = closestName(wrong, names);
  if (closest !== undefined) return `did you mean \`${closest}\`?`;
  return names.length <= MOST_LISTED ? `one of ${names.map((name) => `\`${name}\``).join(', ')}` : undefined;
}

/** The name with the fewest edits, at most a third of its letters. Command lines are short, so are the lists. */
function closestName(wrong: string, names: readonly string[]): string | undefined {
  if (wrong.length > 64) return undefined;
  const ranked = names
    .map((name) => ({ name, edits: countEdits(wrong.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(name.length / 3)));
  return ranked.sort((a, b) => a.edits - b.edits)[0]?.name;
}

/** Insertions, removals, replacements and swaps of neighbours. */
function countEdits(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swap = swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity;
      current.push(Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced, swap));
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
