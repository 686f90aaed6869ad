import {
  findActions,
  findRequest,
  type Found as FoundOnce,
  type FoundActions,
} from '../witness/findRequest.ts';
import { Budget, BudgetSpent } from '../model/budget.ts';
import type { UnknownReason } from '../model/unknownReason.ts';
import type { CallerClass } from '../callers/caller.ts';
import { policiesOf, type CallersPolicies } from '../callers/ownPolicies.ts';
import { DEFAULT_BUDGET, type AskOptions } from './options.ts';
import { Problems, type CallersProblem } from './problems.ts';
import type { Wanted } from './wanted.ts';

/** Whether there is a request as wanted, and of whom it is. */
export type Found = FoundOnce & {
  /** The caller's own policies, with which a request was found. */
  readonly own?: CallersPolicies | undefined;
  readonly callers?: CallerClass | undefined;
};

/**
 * Looks for a request, of one class of callers after the other.
 *
 * @param wanted - what it must be; at most 31.
 * @param options - universe, readings, caller and budget.
 */
export function ask(wanted: readonly Wanted[], options: AskOptions): Found {
  const most = options.budget ?? DEFAULT_BUDGET;
  const budget = new Budget(most);
  const reasons = new Map<string, UnknownReason>();
  const outcome = overCallers(wanted, { options, budget }, ({ problem, callers }): Found | undefined => {
    const found = findRequest(problem, budget.rest);
    budget.steps += found.steps;
    if (found.outcome === 'request')
      return { ...found, steps: budget.steps, own: callers && policiesOf(callers), callers };
    if (found.outcome === 'unknown') for (const reason of found.reasons) add(reasons, reason, most);
    return undefined;
  });
  if (outcome.found !== undefined) return outcome.found;
  for (const reason of outcome.reasons) add(reasons, reason, most);
  const { steps } = budget;
  return reasons.size > 0
    ? { outcome: 'unknown', reasons: [...reasons.values()], steps }
    : { outcome: 'none', steps };
}

/**
 * Looks for the actions of the requests that come out as wanted.
 *
 * @param wanted - what they must be.
 * @param options - universe, readings, caller and budget.
 */
export function askActions(wanted: readonly Wanted[], options: AskOptions): FoundActions {
  const budget = new Budget(options.budget ?? DEFAULT_BUDGET);
  const actions = new Set<string>();
  const others = new Set<string>();
  let isComplete = true;
  const outcome = overCallers(wanted, { options, budget }, ({ problem }): undefined => {
    const found = findActions(problem, budget.rest);
    budget.steps += found.steps;
    for (const action of found.actions) actions.add(action);
    for (const action of found.others) others.add(action);
    isComplete &&= found.isComplete;
  });
  isComplete &&= outcome.reasons.length === 0;
  return { actions: [...actions].sort(), others: [...others], isComplete, steps: budget.steps };
}

/** Callers of whom a request was found. */
export interface FoundCallers extends Omit<FoundActions, 'steps'> {
  readonly callers: CallerClass;
  readonly found: Extract<Found, { readonly outcome: 'request' }>;
}

/** All classes of callers of whom there is a request, and why there may be more. */
export interface FoundEach {
  readonly each: readonly FoundCallers[];
  readonly reasons: readonly UnknownReason[];
  readonly steps: number;
}

/**
 * Looks for a request of each class of callers, and for the actions of such requests.
 *
 * @param wanted - what they must be.
 * @param options - universe, readings and budget.
 */
export function askEach(wanted: readonly Wanted[], options: AskOptions): FoundEach {
  const most = options.budget ?? DEFAULT_BUDGET;
  const budget = new Budget(most);
  const reasons = new Map<string, UnknownReason>();
  const each: FoundCallers[] = [];
  const outcome = overCallers(wanted, { options, budget }, ({ problem, callers }): undefined => {
    const found = findRequest(problem, budget.rest);
    budget.steps += found.steps;
    if (found.outcome === 'unknown') for (const reason of found.reasons) add(reasons, reason, most);
    if (found.outcome !== 'request' || callers === undefined) return;
    const { steps, ...actions } = findActions(problem, budget.rest);
    budget.steps += steps;
    each.push({ callers, found: { ...found, own: policiesOf(callers) }, ...actions });
  });
  for (const reason of outcome.reasons) add(reasons, reason, most);
  return { each, reasons: [...reasons.values()], steps: budget.steps };
}

/** What came of a visit to all callers: what was found first, and why there may be more. */
interface Visited<T> {
  readonly found: T | undefined;
  readonly reasons: readonly UnknownReason[];
}

function overCallers<T>(
  wanted: readonly Wanted[],
  { options, budget }: { readonly options: AskOptions; readonly budget: Budget },
  visit: (problem: CallersProblem) => T | undefined,
): Visited<T> {
  try {
    const problems = new Problems(wanted, options, budget);
    for (const problem of problems.all()) {
      const found = visit(problem);
      if (found !== undefined) return { found, reasons: [] };
      // One search that is at its end leaves nothing to those behind it.
      if (budget.rest === 0) return { found: undefined, reasons: [{ code: 'budget', about: '' }] };
    }
    const open = problems.isOpen ? [{ code: 'caller-keys', about: 'aws:PrincipalAccount' } as const] : [];
    return { found: undefined, reasons: open };
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { found: undefined, reasons: [error.reason] };
  }
}

/** The budget is that of all searches together. */
function add(reasons: Map<string, UnknownReason>, reason: UnknownReason, most: number): void {
  const own = reason.code === 'budget' ? { ...reason, about: String(most) } : reason;
  reasons.set(`${own.code} ${own.about}`, own);
}
