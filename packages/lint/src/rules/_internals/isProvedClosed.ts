import { admitsPublic } from '@policywright/analyzer';
import type { Policy } from '@policywright/policy';
import { LIMITS } from '../../data/limits.ts';
import { catalogActions } from '../../facts/catalogActions.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { noteLimits } from './noteLimits.ts';
import { hasUnknownEntry, knownStatements } from './statementCovers.ts';
import { WIDEST_READINGS, type Readings } from './widestReadings.ts';

/**
 * Whether it is proved that a statement lets nobody of the public in, by its conditions taken together and by what Denies take
 * back together. Where that cannot be found out, or a part of the statement is not known, it is not.
 *
 * @param context - its document, a policy of a resource.
 * @param at - an Allow.
 */
export function isProvedClosed(context: LintContext, at: StatementFacts): boolean {
  const known = context.once(findKnownInWhole);
  const { policy, left } = context.once(newSearch);
  if (!known.has(at) || (at.conditions.length === 0 && policy.statements.length === 0)) return false;
  // Nobody calls an action that does not exist, and yet the policy is public to AWS (S195).
  if (at.actions.some(({ facts }) => catalogActions(facts).length === 0)) return false;
  return READINGS.every((evaluator) => {
    const admission = admitsPublic(policy, at.statement, { evaluator, budget: left.steps });
    left.steps = Math.max(0, left.steps - admission.steps);
    if (admission.outcome === 'unknown') noteLimits(context, at, admission.reasons);
    return admission.outcome === 'keeps-out';
  });
}

/** Under the first, Denies apply most often, and under the others Allows: closed is what is so under all. */
const READINGS: readonly Readings[] = [{}, ...WIDEST_READINGS];

function findKnownInWhole(context: LintContext): ReadonlySet<StatementFacts> {
  return new Set(knownStatements(context).filter((facts) => !hasUnknownEntry(facts)));
}

/** What the proofs about a document share. */
interface Search {
  /** With the Denies that are known in whole: no other takes anything back for certain. */
  readonly policy: Policy;
  /** How many steps they may still take. */
  readonly left: { steps: number };
}

function newSearch(context: LintContext): Search {
  const denies = [...context.once(findKnownInWhole)].filter(({ allows }) => !allows);
  const policy = { ...context.policy, statements: denies.map(({ statement }) => statement) };
  return { policy, left: { steps: LIMITS.publicSteps } };
}
