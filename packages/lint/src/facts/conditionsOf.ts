import type { ConditionFacts } from './conditionFacts.ts';
import type { LintContext } from './lintContext.ts';
import type { StatementFacts } from './statementFacts.ts';

/** A condition with the statement that it is part of. */
export interface StatementCondition {
  readonly statement: StatementFacts;
  readonly facts: ConditionFacts;
}

/** Every condition of the document. */
export function conditionsOf(context: LintContext): readonly StatementCondition[] {
  return context.statements.flatMap((statement) =>
    statement.conditions.map((facts) => ({ statement, facts })),
  );
}
