import type { Explanation, LayerReport, StatementReport } from '@policywright/evaluator';

/** The third truth value of a condition, beside 0 for false and 1 for true. */
const UNDECIDED = 2;

/**
 * Tells whether a denial hangs on a condition whose outcome cannot be told, such as one on a key that the
 * context gives twice (rule S74). The evaluator then denies; an Allow never hangs on such a condition.
 *
 * @param explanation - of the decision.
 */
export function isUndecided({ decision, layers }: Explanation): boolean {
  if (decision === 'Allow') return false;
  const statements = layers.filter(bearsOnRequest).flatMap((layer) => layer.statements);
  if (decision === 'ExplicitDeny') {
    return !statements.some(
      (statement) => statement.effect === 'Deny' && statement.applies && !hasUndecided(statement),
    );
  }
  return statements.some((statement) => statement.effect === 'Allow' && mightApply(statement));
}

function bearsOnRequest({ verdict }: LayerReport): boolean {
  return verdict !== 'absent' && verdict !== 'notApplicable';
}

function hasUndecided({ conditions }: StatementReport): boolean {
  return conditions.some(({ result }) => result === UNDECIDED);
}

/** Nothing about the statement fails, but something about it cannot be told. */
function mightApply(statement: StatementReport): boolean {
  const elements = [statement.action, statement.resource, statement.principal];
  if (elements.some((element) => element?.matches === false)) return false;
  return hasUndecided(statement) && statement.conditions.every(({ result }) => result !== 0);
}
