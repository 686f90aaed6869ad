import type { Finding } from '../model/finding.ts';

/** A finding with what it is about, for ignores. */
export interface FoundFinding {
  readonly finding: Finding;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}
