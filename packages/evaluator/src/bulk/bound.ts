import { UNKNOWN } from '@policywright/conditions';
import { IN_DOUBT, GRADE, type Grades, type Outcome } from '../principal/grade.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { countedGrades, type Asking } from '../statement/statementOutcome.ts';

/**
 * How to count a statement that unknown context keys leave open: so that as little is allowed as any completion
 * allows (`least`), or as much (`most`).
 */
export type Bound = 'least' | 'most';

/**
 * The grades at which a statement counts for a bound.
 *
 * @param statement - compiled.
 * @param outcome - what it does about the question.
 * @param asked - caller and context, and for which bound.
 */
export function boundedGrades(
  statement: CompiledStatement,
  outcome: Outcome,
  asked: Asking & { readonly bound: Bound },
): Grades {
  if ((outcome & IN_DOUBT) === 0 || !restsOnUnknown(statement, asked))
    return countedGrades(statement, outcome);
  const isCounted = statement.deny === (asked.bound === 'least');
  return isCounted ? outcome & ~IN_DOUBT : GRADE.none;
}

/** Whether a statement asks for an unknown key; one that is in doubt without is so in every completion. */
function restsOnUnknown(statement: CompiledStatement, { facts, reader }: Asking): boolean {
  if (statement.hasPrincipal && facts?.unknown !== undefined) return true;
  const { conditions, resources = [] } = statement;
  const slots = [...(conditions?.slots ?? []), ...resources.flatMap((pattern) => pattern.slots)];
  return slots.some((slot) => reader.value(slot) === UNKNOWN);
}
