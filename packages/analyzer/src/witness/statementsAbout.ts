import { statementCoversAction, type CompiledStatement } from '@policywright/evaluator/engine';
import type { Problem } from '../search/problem.ts';

/** The statements that cover an action, those first that have to allow. */
export function statementsAbout(action: string, { sides, wanted }: Problem): readonly CompiledStatement[] {
  const all = sides.flatMap(({ boxes }, side) =>
    boxes.map(({ statement, deny }) => ({ statement, rank: deny || wanted[side] === false ? 1 : 0 })),
  );
  return all
    .filter(({ statement }) => statementCoversAction(statement, action))
    .sort((one, other) => one.rank - other.rank)
    .map(({ statement }) => statement);
}
