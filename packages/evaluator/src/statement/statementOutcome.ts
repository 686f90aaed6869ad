import type { ContextReader, Truth } from '@policywright/conditions';
import { GRADE, IN_DOUBT, type Grades, type Outcome } from '../principal/grade.ts';
import type { CallerFacts } from '../principal/principalMatcher.ts';
import { resourceTruth, statementCoversAction, type CompiledStatement } from './compiledStatement.ts';
import { resourcesFor, type AskedResources } from './resourcesFor.ts';
import { statementGrades } from './statementGrades.ts';

// Truths are written as numbers, as in `Truth`: a constant of another package is read from it in every decision.

/** Who asks, and in which context. */
export interface Asking {
  /** `undefined` where no statement of the set names a principal. */
  readonly facts: CallerFacts | undefined;
  readonly reader: ContextReader;
}

/** What is asked of a statement that covers the action. */
export interface AskedOfStatement extends AskedResources, Asking {}

/**
 * What a statement does about a question: the grades at which it grants or denies it; none if it does not apply;
 * with `IN_DOUBT` if that cannot be told.
 *
 * @param statement - compiled.
 * @param action - in lower case.
 * @param asked - resource, caller and context.
 */
export function statementOutcome(
  statement: CompiledStatement,
  action: string,
  asked: AskedOfStatement,
): Outcome {
  if (!statement.takesPart || !statementCoversAction(statement, action)) return GRADE.none;
  return outcomeOnResource(statement, asked);
}

/**
 * The same for a statement that is known to take part and to cover the action.
 *
 * @param statement - compiled.
 * @param asked - resource, caller and context.
 */
export function outcomeOnResource(statement: CompiledStatement, asked: AskedOfStatement): Outcome {
  return outcomeWhereCovered(statement, coveredTruth(statement, asked), asked);
}

/**
 * The same for a statement of which is also known whether it covers the resource.
 *
 * @param statement - compiled.
 * @param covered - whether it does.
 * @param asking - caller and context.
 */
export function outcomeWhereCovered(statement: CompiledStatement, covered: Truth, asking: Asking): Outcome {
  const outcome = statement.hasPrincipal ? statementGrades(statement, asking.facts) : GRADE.direct;
  if (outcome === GRADE.none || covered === 0) return GRADE.none;
  if (!statement.hasConditions) return covered === 1 ? outcome : outcome | IN_DOUBT;
  const met = statement.conditions?.evaluate(asking.reader) ?? 2;
  if (met === 0) return GRADE.none;
  return covered === 1 && met === 1 ? outcome : outcome | IN_DOUBT;
}

/**
 * Whether a statement covers one of the resources that are asked for; undecided as an element is.
 *
 * @param statement - compiled.
 * @param asked - resources and context.
 */
export function coveredTruth(statement: CompiledStatement, asked: AskedOfStatement): Truth {
  let covered: Truth = 0;
  for (const resource of resourcesFor(statement, asked)) {
    const truth = resourceTruth(statement, resource, asked.reader);
    if (truth === 1) return truth;
    if (truth === 2) covered = truth;
  }
  return covered;
}

/**
 * Makes a decision of a truth, the only place where undecided becomes one: what cannot be told counts for a Deny
 * and not for an Allow, so that nothing unread widens access (rules S23, S58 and S74).
 *
 * @param statement - whose element, condition or whole it is the truth of.
 * @param truth - of three values.
 */
export function counts({ appliesUndecided }: CompiledStatement, truth: Truth): boolean {
  return truth === 1 || (truth === 2 && appliesUndecided);
}

/**
 * The grades at which a statement counts, in doubt or not.
 *
 * @param statement - compiled.
 * @param outcome - what it does about the question.
 */
export function countedGrades(statement: CompiledStatement, outcome: Outcome): Grades {
  if ((outcome & IN_DOUBT) === 0) return outcome;
  return counts(statement, 2) ? outcome & ~IN_DOUBT : GRADE.none;
}
