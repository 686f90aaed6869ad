import type { AccessFinding } from '../findings/finding.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { Gains } from './gains.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Assumption } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';

/** What changed between two versions of policies. */
export interface Difference {
  readonly findings: readonly AccessFinding[];
  /** Why the findings may not be all; empty where they are, so that no finding means no difference. */
  readonly reasons: readonly UnknownReason[];
  readonly assumptions: readonly Assumption[];
  /** How many steps it took. */
  readonly steps: number;
}

/**
 * What a new version of policies allows more and less than the old one, statement by statement.
 *
 * @param before - the old version.
 * @param after - the new one.
 * @param options - universe, readings, caller and budget, which is that of each search; there are two for each statement at most.
 */
export function diff(before: Subject, after: Subject, options: AnalyzerOptions = {}): Difference {
  const gained = new Gains({ less: before, more: after, change: 'allowed' }, options).all();
  const lost = new Gains({ less: after, more: before, change: 'denied' }, options).all();
  return {
    findings: [...gained.findings, ...lost.findings],
    reasons: [...gained.reasons, ...lost.reasons],
    assumptions: assumptionsOf(options, before, after),
    steps: gained.steps + lost.steps,
  };
}
