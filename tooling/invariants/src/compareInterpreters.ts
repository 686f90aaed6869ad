import {
  compile,
  type Authorizer,
  type Decision,
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
    evaluator: askEvaluator(compile(policies), request),
    reference: askReference(policies, request),
  };
}

/** The reference interpreter's answer. */
export function askReference(policies: PolicySet, request: Request): Answer {
  const { decision, matched } = interpret(policies, request);
  return { decision, matched };
}

/**
 * The evaluator's answer, by `explain`.
 *
 * @throws Error - where `decide` says something else.
 */
export function askEvaluator(authorizer: Authorizer, request: Request): Answer {
  const decision = authorizer.decide(request);
  const explanation = authorizer.explain(request);
  if (explanation.decision !== decision)
    throw new Error(`decide says ${decision}, explain ${explanation.decision}`);
  const matched = explanation.layers
    .filter(({ verdict }) => verdict !== 'notApplicable')
    .flatMap(({ statements }) => statements.filter(({ applies }) => applies).map(({ ref }) => ref));
  return { decision, matched: matched.sort() };
}
