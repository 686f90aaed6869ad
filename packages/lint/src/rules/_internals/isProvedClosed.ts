import { admitsPublic, type PublicAdmission } from '@policywright/analyzer';
import type { Policy, Statement } from '@policywright/policy';
import { LIMITS } from '../../data/limits.ts';
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
  const admission = (
    denies: Policy,
    statement: Statement,
    evaluator: Readings,
  ): PublicAdmission['outcome'] => {
    const found = admitsPublic(denies, statement, { evaluator, budget: left.steps });
    left.steps = Math.max(0, left.steps - found.steps);
    if (found.outcome === 'unknown') noteLimits(context, at, found.reasons);
    return found.outcome;
  };
  if (!READINGS.every((evaluator) => admission(policy, at.statement, evaluator) === 'keeps-out'))
    return false;
  // What nobody can call at all is closed by neither conditions nor Denies, and public to AWS all the same (S195).
  const bare = { ...at.statement, conditions: [] };
  return admission({ ...policy, statements: [] }, bare, {}) === 'admits';
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
