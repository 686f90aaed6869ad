import type { Explanation, LayerReport, StatementReport } from '@policywright/evaluator';

/** The third truth value of a condition, beside 0 for false and 1 for true. */
const UNDECIDED = 2;

/** A condition of which nothing can be told, and its statement. */
export interface UndecidedCondition {
  readonly statement: StatementReport;
  readonly condition: StatementReport['conditions'][number];
}

/**
 * Finds the conditions that a denial hangs on and whose outcome cannot be told, such as one with a value that its
 * operator cannot read (rule S95) or on a key that the context gives twice (rule S74). The evaluator then denies;
 * an Allow never hangs on such a condition.
 *
 * @param explanation - of the decision.
 * @returns none where the decision is certain.
 */
export function undecidedConditions({ decision, layers }: Explanation): readonly UndecidedCondition[] {
  if (decision === 'Allow') return [];
  const statements = layers.filter(bearsOnRequest).flatMap((layer) => layer.statements);
  if (decision === 'ImplicitDeny') return statements.filter(mightAllow).flatMap(undecidedOf);
  const denying = statements.filter(({ effect, applies }) => effect === 'Deny' && applies);
  const isCertain = denying.some((statement) => undecidedOf(statement).length === 0);
  return isCertain ? [] : denying.flatMap(undecidedOf);
}

function bearsOnRequest({ verdict }: LayerReport): boolean {
  return verdict !== 'absent' && verdict !== 'notApplicable';
}

function undecidedOf(statement: StatementReport): readonly UndecidedCondition[] {
  return statement.conditions
    .filter(({ result }) => result === UNDECIDED)
    .map((condition) => ({ statement, condition }));
}

/** Nothing about the statement fails, but something about it cannot be told. */
function mightAllow(statement: StatementReport): boolean {
  const { effect, action, resource, principal, conditions } = statement;
  if (effect !== 'Allow') return false;
  if ([action, resource, principal].some((element) => element?.matches === false)) return false;
  return conditions.every(({ result }) => result !== 0);
}
