import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import { subsumes } from './subsumes.ts';
import type { Verdict } from './verdict.ts';

/**
 * Whether a new version of policies allows nothing that the old one does not.
 *
 * @param before - the old version.
 * @param after - the new one.
 * @param options - universe, readings, caller and budget.
 * @returns `proved`, or a request that is newly allowed; `before` and `after` of the witness are their decisions.
 */
export function checkNoNewAccess(before: Subject, after: Subject, options: AnalyzerOptions = {}): Verdict {
  return subsumes(before, after, options);
}
