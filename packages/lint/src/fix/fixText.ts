import type { Finding } from '../model/finding.ts';
import type { LintResult } from '../model/lintResult.ts';
import type { TextLintOptions } from '../model/options.ts';
import { applyFixes, type FixOptions } from './applyFixes.ts';

/** A text that was linted and fixed until nothing more could be fixed. */
export interface FixTextResult {
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
  /** What is left. */
  readonly findings: readonly Finding[];
}

/**
 * Lints and fixes a document until no fix is left.
 *
 * @param source - the document, JSON.
 * @param options - for linting, and which fixes to apply.
 * @param lint - lints it.
 */
export function fixText(
  source: string,
  options: TextLintOptions & FixOptions,
  lint: (text: string, options: TextLintOptions) => LintResult,
): FixTextResult {
  // What is no text has nothing to fix, and is reported.
  if (typeof source !== 'string') return { text: source, fixed: 0, findings: lint(source, options).findings };
  let text = source;
  let fixed = 0;
  // INVARIANT: every round applies a fix, and a fix shortens the list of findings; the bound is for safety only.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = lint(text, options);
    const step = applyFixes(text, findings, options);
    if (step.applied.length === 0) return { text, fixed, findings };
    text = step.text;
    fixed += step.applied.length;
  }
  return { text, fixed, findings: lint(text, options).findings };
}

const MOST_ROUNDS = 50;
