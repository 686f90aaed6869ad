import { ask } from './ask.ts';
import { grantedBy } from './wanted.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdictOf.ts';

/**
 * Whether no request is allowed by both of two sets of policies.
 *
 * @param one - the one set.
 * @param other - the other.
 * @param options - universe, readings, caller and budget.
 * @returns `proved`, or a request that both allow.
 */
export function disjoint(one: Subject, other: Subject, options: AnalyzerOptions = {}): Verdict {
  const [first = [], second = []] = [one, other].map((subject) => grantedBy(subject, options));
  const [oneAllows, ...oneGrants] = first;
  const [otherAllows, ...otherGrants] = second;
  const allow = [oneAllows, otherAllows].filter((wanted) => wanted !== undefined);
  const found = ask([...allow, ...oneGrants, ...otherGrants], options);
  return verdictOf(found, options, [one, other]);
}
