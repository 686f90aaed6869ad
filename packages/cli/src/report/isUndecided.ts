import type { Explanation } from '@policywright/evaluator';
import { undecidedConditions } from './undecidedConditions.ts';

/**
 * Tells whether a denial hangs on a condition whose outcome cannot be told.
 *
 * @param explanation - of the decision.
 */
export function isUndecided(explanation: Explanation): boolean {
  return undecidedConditions(explanation).length > 0;
}
