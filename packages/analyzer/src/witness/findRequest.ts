import { Budget, BudgetSpent } from '../search/budget.ts';
import type { Problem } from '../search/problem.ts';
import { Search } from '../search/search.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { minimiseWitness } from './minimiseWitness.ts';
import { realise, type Realised } from './realise.ts';

/** Whether there is a request as wanted: one, the proof that there is none, or why that was not found out. */
export type Found =
  | { readonly outcome: 'request'; readonly realised: Realised; readonly steps: number }
  | { readonly outcome: 'none'; readonly steps: number }
  | { readonly outcome: 'unknown'; readonly reasons: readonly UnknownReason[]; readonly steps: number };

/** So many ways that lead to no request are followed before the search gives up. */
const MOST_IN_VAIN = 64;

/**
 * Looks for a request that comes out as wanted, and replays it.
 *
 * @param problem - what is looked for.
 * @param steps - the most steps.
 */
export function findRequest(problem: Problem, steps: number): Found {
  const budget = new Budget(steps);
  const reasons = new Map<string, UnknownReason>();
  let found: Realised | undefined;
  let inVain = 0;
  const search = new Search(problem, budget, (path) => {
    const realisation = realise(path, problem);
    if (realisation.outcome === 'request') {
      found = realisation.realised;
      return true;
    }
    if (realisation.outcome === 'refused') return false;
    const reason = { code: REASON[realisation.outcome], about: realisation.about };
    if (reasons.size < MOST_IN_VAIN) reasons.set(`${reason.code} ${reason.about}`, reason);
    inVain++;
    return inVain >= MOST_IN_VAIN;
  });
  try {
    search.run();
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    reasons.set('budget', error.reason);
  }
  if (found !== undefined) {
    return { outcome: 'request', realised: minimiseWitness(found, problem), steps: budget.steps };
  }
  for (const gap of problem.sides.flatMap(({ gaps }) => gaps)) reasons.set(`${gap.code} ${gap.about}`, gap);
  if (reasons.size > 0) return { outcome: 'unknown', reasons: [...reasons.values()], steps: budget.steps };
  return { outcome: 'none', steps: budget.steps };
}

const REASON = {
  open: 'policy-variable',
  ruled: 'service-rule',
  amiss: 'witness-not-replayed',
} as const;
