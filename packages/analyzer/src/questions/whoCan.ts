import type { PolicySet, Principal } from '@policywright/evaluator';
import type { AccessPattern } from './accessPattern.ts';
import { canEver, type EverAnswer } from './canEver.ts';
import type { AnalyzerOptions } from './options.ts';

/** A principal and all policies that bear on its requests. */
export interface Candidate {
  readonly principal: Principal;
  readonly policies: PolicySet;
}

/** Whether a principal can ever make such a request: with the least context that allows it, or never. */
export interface CandidateAnswer {
  readonly principal: Principal;
  readonly answer: EverAnswer;
}

/**
 * Who can ever make a request within a pattern.
 *
 * @param pattern - which requests are meant.
 * @param candidates - the principals.
 * @param options - universe, readings, whose the resources are, and budget, which is that of each principal.
 * @returns an answer for each principal, in their order.
 */
export function whoCan(
  pattern: AccessPattern,
  candidates: readonly Candidate[],
  options: Omit<AnalyzerOptions, 'principal'> = {},
): readonly CandidateAnswer[] {
  return candidates.map(({ principal, policies }) => ({
    principal,
    answer: canEver(policies, pattern, { ...options, principal }),
  }));
}
