import type { Decision } from '../request/decision.ts';
import type { Doubt, LayerReport, StatementReport } from './explanation.ts';

/**
 * Finds what a denial hangs on and cannot be told, such as a condition with a value that its operator cannot read
 * (rule S95), or one on a key that the context gives twice (rule S74). An Allow never hangs on such a thing.
 *
 * @param decision - that was made.
 * @param layers - with their statements.
 * @returns none where the decision is certain.
 */
export function doubtsOf(decision: Decision, layers: readonly LayerReport[]): readonly Doubt[] {
  if (decision === 'Allow') return [];
  const statements = layers
    .filter(({ verdict }) => verdict !== 'absent' && verdict !== 'notApplicable')
    .flatMap((layer) => layer.statements);
  if (decision === 'ImplicitDeny') return statements.filter(mightAllow).flatMap(doubtsAbout);
  const denying = statements.filter(({ effect, applies }) => effect === 'Deny' && applies);
  const isCertain = denying.some((statement) => doubtsAbout(statement).length === 0);
  return isCertain ? [] : denying.flatMap(doubtsAbout);
}

function doubtsAbout(statement: StatementReport): readonly Doubt[] {
  return partsOf(statement)
    .filter(({ result }) => result === 'undecided')
    .map((about) => ({ statement, about }));
}

/** Nothing about the statement fails, but something about it cannot be told. */
function mightAllow(statement: StatementReport): boolean {
  const { effect, misplaced } = statement;
  return effect === 'Allow' && !misplaced && partsOf(statement).every(({ result }) => result !== 'false');
}

/** The elements and conditions of a statement, in the order in which people read them. */
export function partsOf({
  principal,
  action,
  resource,
  conditions,
}: StatementReport): readonly Doubt['about'][] {
  return [principal, action, resource, ...conditions].filter((part) => part !== undefined);
}
