import { admitsPublic } from '@policywright/analyzer';
import { LIMITS } from '../../data/limits.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { ProofBudget } from './proofBudget.ts';
import { hasUnknownEntry, knownStatements } from './statementCovers.ts';
import { WIDEST_READINGS, type Readings } from './widestReadings.ts';

/**
 * Whether it is proved that a statement lets nobody of the public in, by its conditions taken together and by what Denies take back
 * together. Where that cannot be found out, or a part of the statement is not known, it is not.
 *
 * @param context - its document, a policy of a resource.
 * @param at - an Allow.
 */
export function isProvedClosed(context: LintContext, at: StatementFacts): boolean {
  const known = context.once(findKnownInWhole);
  const denies = context.once(findDenies);
  if (!known.has(at) || (at.conditions.length === 0 && denies.length === 0)) return false;
  const budget = context.once(newBudget);
  if (!budget.mayProve(at)) return false;
  const policy = { ...context.policy, statements: denies };
  return READINGS.every((evaluator) => {
    const admission = admitsPublic(policy, at.statement, { evaluator, budget: LIMITS.proofSteps });
    if (admission.outcome === 'unknown') budget.noteLimits(admission.reasons, at);
    return admission.outcome === 'keeps-out';
  });
}

/** Under the first, Denies apply most often, and under the others Allows: closed is what is so under all. */
const READINGS: readonly Readings[] = [{}, ...WIDEST_READINGS];

function findKnownInWhole(context: LintContext): ReadonlySet<StatementFacts> {
  return new Set(knownStatements(context).filter((facts) => !hasUnknownEntry(facts)));
}

/** The Denies that are known in whole: no other takes anything back for certain. */
function findDenies(context: LintContext): readonly StatementFacts['statement'][] {
  return [...context.once(findKnownInWhole)]
    .filter(({ allows }) => !allows)
    .map(({ statement }) => statement);
}

function newBudget(context: LintContext): ProofBudget {
  const beyond = 'for everybody, of which the rest are taken for public without a proof';
  return new ProofBudget(context, LIMITS.publicProofs, beyond);
}
