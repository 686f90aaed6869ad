import {
  compile,
  type Authorizer,
  type Decision,
  type EvaluatorOptions,
  type Explanation,
  type PolicySet,
  type Request,
} from '@policywright/evaluator';
import { interpret } from '@policywright/testing';

/** What evaluator and reference interpreter say of one request. */
export interface Comparison {
  readonly evaluator: Answer;
  readonly reference: Answer;
}

/** A decision and the statements that apply. */
export interface Answer {
  readonly decision: Decision;
  readonly matched: readonly string[];
}

/** Asks both. */
export function compareInterpreters(policies: PolicySet, request: Request): Comparison {
  return {
    evaluator: answerOf(explained(compile(policies), request)),
    reference: askReference(policies, request),
  };
}

/** The reference interpreter's answer. */
export function askReference(policies: PolicySet, request: Request, options?: EvaluatorOptions): Answer {
  const { decision, matched } = interpret(policies, request, options);
  return { decision, matched };
}

/**
 * The evaluator's explanation.
 *
 * @throws Error - where `decide` says something else.
 */
export function explained(authorizer: Authorizer, request: Request): Explanation {
  const decision = authorizer.decide(request);
  const explanation = authorizer.explain(request);
  if (explanation.decision !== decision)
    throw new Error(`decide says ${decision}, explain ${explanation.decision}`);
  return explanation;
}

/** The evaluator's answer, as its explanation has it. */
export function answerOf({ decision, layers }: Explanation): Answer {
  const matched = layers
    .filter(({ verdict }) => verdict !== 'notApplicable')
    .flatMap(({ statements }) => statements.filter(({ applies }) => applies).map(({ ref }) => ref));
  return { decision, matched: matched.sort() };
}
