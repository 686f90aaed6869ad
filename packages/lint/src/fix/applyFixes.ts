import type { Finding, Fix, TextEdit } from '../model/finding.ts';

/** A text after fixes. */
export interface FixedText {
  readonly text: string;
  /** The findings whose fixes were applied; others overlapped with one of them, or have none. */
  readonly applied: readonly Finding[];
}

/** Which fixes to apply. */
export interface FixOptions {
  /** Whether to apply also those that can change decisions; false if not given. */
  readonly changeDecisions?: boolean;
}

/**
 * Applies the fixes of findings to the text that they are about. Of fixes that overlap the first in the text wins;
 * lint the result again for the others.
 *
 * @param text - the text that was linted.
 * @param findings - its findings.
 * @param options - which of the fixes.
 */
export function applyFixes(text: string, findings: readonly Finding[], options: FixOptions = {}): FixedText {
  const applied: Finding[] = [];
  const edits: TextEdit[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === undefined || (!fix.keepsDecisions && options.changeDecisions !== true)) continue;
    if (edits.length >= MOST_EDITS || overlapsAny(fix, edits)) continue;
    edits.push(...fix.edits);
    applied.push(finding);
  }
  let result = '';
  let position = 0;
  for (const { start, end, replacement } of edits.sort((a, b) => a.start - b.start)) {
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return { text: result + text.slice(position), applied };
}

/** More wait for the next round: each is compared with all others. */
const MOST_EDITS = 2000;

/** Edits that touch count as overlapping: two removals must not share a comma. */
function overlapsAny({ edits }: Fix, others: readonly TextEdit[]): boolean {
  return edits.some((edit) => others.some((other) => edit.start <= other.end && other.start <= edit.end));
}
