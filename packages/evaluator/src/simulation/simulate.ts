import type { Policy, Statement } from '@policywright/policy';
import { locate, positionAt } from '@policywright/policy/positions';
import { compileSet, type CompiledSet } from '../compiledSet.ts';
import { DecisionFlow } from '../decision/decisionFlow.ts';
import { explain } from '../explanation/explain.ts';
import type { Explanation, LayerReport, StatementReport } from '../explanation/explanation.ts';
import type { EvaluatorOptions } from '../options.ts';
import { decidePartial } from '../partial/decidePartial.ts';
import { partialTools } from '../partial/partialTools.ts';
import type { PolicySet } from '../request/policySet.ts';
import type { Request } from '../request/request.ts';
import type { LayerKind } from '../layers/layer.ts';
import type { EvaluationResult, PolicyEvaluationDecision, SimulatedStatement } from './evaluationResult.ts';

/** Options of `simulate`. */
export interface SimulateOptions extends EvaluatorOptions {
  /** The texts that policies were parsed from, for positions of matched statements. */
  readonly sources?: ReadonlyMap<Policy, string> | undefined;
}

const DECISIONS: Readonly<Record<Explanation['decision'], PolicyEvaluationDecision>> = {
  Allow: 'allowed',
  ExplicitDeny: 'explicitDeny',
  ImplicitDeny: 'implicitDeny',
};

/** What the simulator calls the input in which a layer's policies come. */
const INPUTS: Readonly<Partial<Record<LayerKind, string>>> = {
  identity: 'PolicyInputList',
  boundary: 'PermissionsBoundaryPolicyInputList',
};

/**
 * Decides one request and answers in the form of IAM's `SimulateCustomPolicy`.
 *
 * @param policies - the policies.
 * @param request - the request.
 * @param options - the texts of the policies, and readings of open questions.
 */
export function simulate(
  policies: PolicySet,
  request: Request,
  options: SimulateOptions = {},
): EvaluationResult {
  const set = compileSet(policies, options);
  const explanation = explain(set, new DecisionFlow(set), request);
  const result: EvaluationResult = {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: DECISIONS[explanation.decision],
    MatchedStatements: matchedStatements(set, explanation, options.sources ?? new Map()),
    MissingContextValues: [...decidePartial(partialTools(set), request, undefined).dependsOn],
  };
  const verdicts = (layer: LayerKind): LayerReport['verdict'][] =>
    explanation.layers.filter((report) => report.layer === layer).map(({ verdict }) => verdict);
  if (policies.scps?.length) {
    const AllowedByOrganizations = verdicts('scp').every(
      (verdict) => verdict === 'allows' || verdict === 'notApplicable',
    );
    result.OrganizationsDecisionDetail = { AllowedByOrganizations };
  }
  if (policies.boundary?.length) {
    const AllowedByPermissionsBoundary = verdicts('boundary').includes('allows');
    result.PermissionsBoundaryDecisionDetail = { AllowedByPermissionsBoundary };
  }
  return result;
}

/** The statements that decide: those that deny, or else those that allow. */
function matchedStatements(
  set: CompiledSet,
  { decision, layers }: Explanation,
  sources: ReadonlyMap<Policy, string>,
): SimulatedStatement[] {
  const effect = decision === 'ExplicitDeny' ? 'Deny' : 'Allow';
  const matched = layers
    .filter(({ verdict }) => verdict !== 'notApplicable')
    .flatMap(({ statements }) => statements)
    .filter((statement) => statement.applies && statement.effect === effect);
  const statements = set.layers.flatMap((layer) => layer.statements);
  const compiled = new Map(statements.map((statement) => [statement.ref, statement]));
  return matched.flatMap((report) => {
    const statement = compiled.get(report.ref);
    return statement === undefined ? [] : [describe(report, statement, sources)];
  });
}

interface Sourced {
  readonly policy: Policy;
  readonly source: Statement;
}

function describe(
  { layer, ref, policyName }: StatementReport,
  { policy, source }: Sourced,
  sources: ReadonlyMap<Policy, string>,
): SimulatedStatement {
  const number = Number(ref.split('/')[2] ?? 0) + 1;
  const input = INPUTS[layer];
  const result: SimulatedStatement = {
    SourcePolicyId: policyName ?? (input === undefined ? layer : `${input}.${number}`),
    SourcePolicyType: layer === 'resource' ? 'resource' : 'none',
  };
  const text = sources.get(policy);
  const node = locate(policy.root, source.pointer);
  if (text !== undefined && node !== undefined) {
    const start = positionAt(text, node.start);
    const end = positionAt(text, node.end);
    result.StartPosition = { Line: start.line, Column: start.column };
    result.EndPosition = { Line: end.line, Column: end.column };
  }
  return result;
}
