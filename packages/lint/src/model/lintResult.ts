import type { Finding } from './finding.ts';

/** What linting gives. */
export interface LintResult {
  /** In the order of the text, then by code. */
  readonly findings: readonly Finding[];
  /** Findings that an ignore accepts, with its reason. */
  readonly ignored: readonly { readonly finding: Finding; readonly reason: string }[];
}
