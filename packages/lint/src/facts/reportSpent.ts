import type { LintContext } from './lintContext.ts';
import type { Budget } from './patternCovers.ts';

/** Notes that a rule ran out of its budget. */
export function reportSpent(context: LintContext, budget: Budget): void {
  if (budget.left < 0 || budget.glances < 0)
    context.cut(`so many patterns that not all of them are compared with each other`);
}
