import { compile, type Decision, type Explanation } from '@policywright/evaluator';
import {
  policySetOf,
  requestOf,
  type AnyPolicySetDocument,
  type ConditionDocument,
  type ContextDocument,
  type StatementDocument,
} from '@policywright/scenario';
import type { GeneratedScenario } from '@policywright/testing';
import { noteAsked } from './asked.ts';

/** The evaluator's decision on a scenario. */
export function decide(scenario: GeneratedScenario): Decision {
  noteAsked(scenario);
  return compile(policySetOf(scenario.policies, scenario.flags, requestOf(scenario))).decide(
    requestOf(scenario),
  );
}

/** The evaluator's explanation of a scenario. */
export function explain(scenario: GeneratedScenario): Explanation {
  noteAsked(scenario);
  return compile(policySetOf(scenario.policies, scenario.flags, requestOf(scenario))).explain(
    requestOf(scenario),
  );
}

/** A policy set without policies. */
export const NO_POLICIES: AnyPolicySetDocument = {
  identity: [],
  resource: null,
  boundary: [],
  session: [],
  scps: [],
  rcps: [],
};

/** Statement, request and context of a question that one identity policy answers. */
export interface StatementQuestion {
  readonly statement: Partial<StatementDocument>;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: ContextDocument;
  /** `null` for a document without version. */
  readonly version?: '2012-10-17' | '2008-10-17' | null;
}

/** Whether an Allow statement of an identity policy applies to a request of a user. */
export function applies(question: StatementQuestion): boolean {
  const { layers } = explain(scenarioOf(question));
  return layers.some(({ statements }) => statements.some((statement) => statement.applies));
}

/** The scenario of such a question. */
export function scenarioOf({
  statement,
  action,
  resource,
  context,
  version,
}: StatementQuestion): GeneratedScenario {
  const { Action, NotAction, Resource, NotResource } = statement;
  const whole = {
    Effect: 'Allow' as const,
    ...(NotAction === undefined && { Action: Action ?? '*' }),
    ...(NotResource === undefined && { Resource: Resource ?? '*' }),
    ...statement,
  };
  const document =
    version === null ? { Statement: whole } : { Version: version ?? '2012-10-17', Statement: whole };
  return {
    id: 'question',
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: action ?? 's3:GetObject',
    resource: resource ?? '*',
    context: context ?? {},
    policies: { ...NO_POLICIES, identity: [document] },
  };
}

/** Whether a condition holds in a context. */
export function holds(Condition: ConditionDocument, context: ContextDocument): boolean {
  return decide(scenarioOf({ statement: { Condition }, context })) === 'Allow';
}
