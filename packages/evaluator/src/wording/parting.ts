/** Where two texts part, both counted from the start of the segment in which they do. */
export interface Parting {
  readonly pattern: string;
  /** Length of what the two have in common, up to the last `:` or `/`. */
  readonly common: number;
}

/**
 * Of some patterns, finds the one that goes along with a text the furthest.
 *
 * @param patterns - of a policy, none of which matches the text.
 * @param text - of the request.
 * @returns the pattern and where it parts from the text; nothing where a wildcard hides that.
 */
export function partingOf(patterns: readonly string[], text: string): Parting | undefined {
  let best: Parting | undefined;
  for (const pattern of patterns) {
    const common = commonLength(pattern, text);
    if (common === undefined) continue;
    if (best === undefined || common > best.common) best = { pattern, common };
  }
  return best;
}

const WILD = ['*', '?', '$'];

function commonLength(pattern: string, text: string): number | undefined {
  let at = 0;
  while (at < pattern.length && at < text.length && pattern[at] === text[at]) at += 1;
  if (WILD.includes(pattern[at] ?? '')) return undefined;
  const head = pattern.slice(0, at);
  return Math.max(head.lastIndexOf(':'), head.lastIndexOf('/')) + 1;
}
