import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import { subsumes } from './subsumes.ts';
import type { Verdict } from './verdict.ts';

/**
 * Whether two versions of policies allow the same.
 *
 * @param one - the one version.
 * @param other - the other.
 * @param options - universe, readings, caller and budget, which is that of each direction.
 * @returns `proved`, or a request that only one of them allows; the decisions of the witness are those of `one` and `other`.
 */
export function equivalent(one: Subject, other: Subject, options: AnalyzerOptions = {}): Verdict {
  const there = subsumes(one, other, options);
  if (there.verdict === 'refuted') return there;
  const back = subsumes(other, one, options);
  const steps = there.steps + back.steps;
  if (back.verdict === 'refuted') {
    const { witness } = back;
    return { ...back, witness: { ...witness, decisions: witness.decisions.toReversed() }, steps };
  }
  const reasons = [there, back].flatMap((verdict) => (verdict.verdict === 'unknown' ? verdict.reasons : []));
  if (reasons.length === 0) return { ...back, steps };
  return { verdict: 'unknown', reasons, assumptions: back.assumptions, steps };
}
