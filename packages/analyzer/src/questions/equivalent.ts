import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdictOf.ts';

/**
 * Whether two versions of policies allow the same.
 *
 * @param one - the one version.
 * @param other - the other.
 * @param options - universe, readings, caller and budget, which is that of each direction.
 * @returns `proved`, or a request that only one of them allows; `before` and `after` of the witness are the decisions of `one` and `other`.
 */
export function equivalent(one: Subject, other: Subject, options: AnalyzerOptions = {}): Verdict {
  const onlyBy = (allowing: Subject, denying: Subject, order: 'given' | 'turned'): Verdict => {
    const wanted = [
      { subject: denying, allowed: false },
      { subject: allowing, allowed: true },
    ];
    return verdictOf(ask(wanted, options), options, [denying, allowing], order);
  };
  const there = onlyBy(other, one, 'given');
  if (there.verdict === 'refuted') return there;
  const back = onlyBy(one, other, 'turned');
  const steps = there.steps + back.steps;
  const reasons = [there, back].flatMap((verdict) => (verdict.verdict === 'unknown' ? verdict.reasons : []));
  if (back.verdict === 'refuted' || reasons.length === 0) return { ...back, steps };
  return { verdict: 'unknown', reasons, assumptions: back.assumptions, steps };
}
