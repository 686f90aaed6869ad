import type { Decision, PolicySet, Request } from '@policywright/evaluator';
import { actionApplies } from './actionElement.ts';
import { readCaller } from './caller.ts';
import { conditionsHold } from './conditions.ts';
import { decideFrom, exemption } from './decideFrom.ts';
import { gatewayGrades, isGatewayEndpoint } from './gatewayEndpoint.ts';
import { applicableStatements, hasIdentityPolicies } from './layers.ts';
import type { InterpretOptions, LayerKind, PlacedStatement } from './placedStatement.ts';
import { principalGrades, type Grade } from './principalElement.ts';
import type { MatchedStatement, Question } from './question.ts';
import { resourceApplies } from './resourceElement.ts';
import { all, any } from './truth.ts';
import { lacksResources, questionsBehind, resourcesAsked } from './underlying.ts';

/** What the reference interpreter finds. */
export interface Interpretation {
  readonly decision: Decision;
  /** Pointers of the statements that apply, of the layers that apply: `/identity/0/Statement/1`; sorted. */
  readonly matched: readonly string[];
  /** For each layer that applies, the same pointers. */
  readonly layers: Readonly<Partial<Record<LayerKind, readonly string[]>>>;
}

/**
 * Decides a request the slow and obvious way, one function a rule, to compare the evaluator with.
 *
 * @param policies - the policies that bear on the request.
 * @param request - who does what to which resource; with `underlying` resources it is several questions, of which
 * the first that is denied, else the first of all, is the one whose statements are named (rule S210).
 * @param options - readings of open questions.
 * @returns the decision and the statements behind it. Never throws.
 */
export function interpret(
  policies: PolicySet,
  request: Request,
  options: InterpretOptions = {},
): Interpretation {
  const caller = readCaller(request);
  const first: Question = { policies, request, caller, options, resourcePointer: '/resource' };
  const unknown: Interpretation = { decision: 'ImplicitDeny', matched: [], layers: {} };
  const answers = [
    ...(lacksResources(first) ? [unknown] : []),
    ...[first, ...questionsBehind(first)].map(answer),
  ];
  return (
    answers.find(({ decision }) => decision === 'ExplicitDeny') ??
    answers.find(({ decision }) => decision === 'ImplicitDeny') ??
    (answers[0] as Interpretation)
  );
}

function answer(question: Question): Interpretation {
  const applicable = applicableStatements(question);
  const matched = applicable.flatMap((placed) => match(placed, question) ?? []);
  return {
    decision: exemption(question) ?? decideFrom(matched, question),
    matched: matched.map((statement) => statement.pointer).sort(),
    layers: byLayer(applicable, matched),
  };
}

function match(placed: PlacedStatement, question: Question): MatchedStatement | undefined {
  const { statement, policy, layer } = placed;
  const { request, options } = question;
  const grades = gradesOf(placed, question);
  const named = actionApplies({
    element: statement.action,
    effect: statement.effect,
    action: request.action,
  });
  if (grades.length === 0 || !named) return undefined;
  const scope = {
    context: request.context,
    variables: policy.version === '2012-10-17', // S3
    effect: statement.effect,
    layer,
    options,
    readings: options.conditions,
  };
  const covered = resourcesAsked(placed, question).map((resource) =>
    resourceApplies({ element: statement.resource, resource }, scope),
  );
  const outcome = all([any(covered), conditionsHold(statement.conditions, scope)]);
  // S74: what cannot be decided does not allow, and does not lift a Deny.
  const doubtful = statement.effect === 'Deny' && options.undecidedDeny !== 'skip';
  const applies = outcome === 'true' || (outcome === 'undecided' && doubtful);
  return applies ? { ...placed, grades } : undefined;
}

/** S16: identity policies and SCPs name no principal, they are attached to it. */
function gradesOf({ statement, layer }: PlacedStatement, question: Question): readonly Grade[] {
  const { principal, effect } = statement;
  if (principal === undefined) {
    const needed = layer === 'resource' || layer === 'rcps' || layer === 'vpcEndpoint';
    return !needed || effect === 'Deny' ? ['direct'] : [];
  }
  if (layer === 'vpcEndpoint' && effect === 'Allow' && isGatewayEndpoint(question))
    return gatewayGrades(principal, question);
  const bounded = hasIdentityPolicies(question) && (question.policies.boundary ?? []).length > 0;
  const lenient = question.options.notPrincipal === 'lenient';
  return principalGrades(principal, { caller: question.caller, effect, bounded, lenient });
}

function byLayer(
  applicable: readonly PlacedStatement[],
  matched: readonly MatchedStatement[],
): Interpretation['layers'] {
  const layers: Partial<Record<LayerKind, readonly string[]>> = {};
  for (const { layer } of applicable) {
    layers[layer] = matched
      .filter((statement) => statement.layer === layer)
      .map((statement) => statement.pointer)
      .sort();
  }
  return layers;
}
