import { Budget, BudgetSpent } from '../model/budget.ts';
import type { Problem } from '../search/problem.ts';
import { Search } from '../search/search.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import { minimiseWitness } from './minimiseWitness.ts';
import { readableRequest } from './readableRequest.ts';
import { realise, settle, type Realised } from './realise.ts';

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
  const gaps = problem.sides.flatMap((side) => side.gaps);
  const search = new Search(problem, budget, (path) => {
    const realisation = realise(path, problem);
    if (realisation.outcome === 'request') {
      found = realisation.realised;
      return true;
    }
    // With gaps, what is not analysed may be why the request is decided otherwise; they are reasons enough.
    if (realisation.outcome === 'refused' || (realisation.outcome === 'amiss' && gaps.length > 0))
      return false;
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
    const request = readableRequest(minimiseWitness(found.request, problem), problem);
    return { outcome: 'request', realised: settle(request, problem), steps: budget.steps };
  }
  for (const gap of gaps) reasons.set(`${gap.code} ${gap.about}`, gap);
  if (reasons.size > 0) return { outcome: 'unknown', reasons: [...reasons.values()], steps: budget.steps };
  return { outcome: 'none', steps: budget.steps };
}

/** The actions for which there is a request as wanted. */
export interface FoundActions {
  /** By name, in lower case: those that statements list or the universe knows. */
  readonly actions: readonly string[];
  /** Some of the others, which statements cover by patterns alone: one at least of each kind. */
  readonly others: readonly string[];
  readonly isComplete: boolean;
  readonly steps: number;
}

/**
 * Looks for the actions of the requests that come out as wanted.
 *
 * @param problem - what is looked for.
 * @param steps - the most steps.
 */
export function findActions(problem: Problem, steps: number): FoundActions {
  const budget = new Budget(steps);
  let isComplete = problem.sides.every(({ gaps }) => gaps.length === 0);
  const search = new Search(problem, budget, (path) => {
    const { outcome } = realise(path, problem);
    if (outcome !== 'request' && outcome !== 'refused') isComplete = false;
    return outcome === 'request';
  });
  const named: string[] = [];
  const others: string[] = [];
  try {
    for (const { value } of search.runForEach()) {
      if (value?.kind !== 'actions') continue;
      named.push(...value.named);
      if (!value.whole) others.push(...value.actions.filter((action) => !value.named.includes(action)));
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    isComplete = false;
  }
  return { actions: named.sort(), others, isComplete, steps: budget.steps };
}

const REASON = {
  open: 'policy-variable',
  ruled: 'service-rule',
  through: 'access-point',
  strange: 'caller-keys',
  amiss: 'witness-not-replayed',
} as const;
