import {
  compileConditions,
  type CompiledConditions,
  type ContextReader,
  type KeyTable,
  type Truth,
} from '@policywright/conditions';
import type { Policy, Statement } from '@policywright/policy';
import type { EvaluatorOptions } from '../options.ts';
import { compilePrincipal, type PrincipalMatcher } from '../principal/principalMatcher.ts';
import { compileActionPattern, coversAction, type ActionPattern } from './actionPattern.ts';
import { LAYER_BIT, type Layer } from './layer.ts';
import { compileResourcePattern, type ResourcePattern } from './resourcePattern.ts';

/** A statement of one layer, ready to be matched. */
export interface CompiledStatement {
  /** The statement's place in the order of the policy set. */
  readonly id: number;
  /** JSON pointer of the statement in the policy set, such as `/scps/1/0/Statement/2`. */
  readonly ref: string;
  readonly source: Statement;
  readonly policy: Policy;
  readonly layer: Layer;
  /** The layer's bit of `LAYER_BIT`. */
  readonly layerBit: number;
  readonly deny: boolean;
  readonly actions: readonly ActionPattern[];
  /** `undefined`: the statement has no `Resource` and is about the resource it is attached to (rule S29). */
  readonly resources: readonly ResourcePattern[] | undefined;
  /** `undefined`: the statement names no principal and is about whoever it is attached to. */
  readonly principal: PrincipalMatcher | undefined;
  /** `undefined`: unconditional. */
  readonly conditions: CompiledConditions | undefined;
}

/** Options of `compileStatement`. */
export interface StatementOptions extends EvaluatorOptions {
  readonly keys: KeyTable;
  readonly id: number;
  readonly layer: Layer;
  /** JSON pointer of the policy in the policy set. */
  readonly policyPointer: string;
  readonly policy: Policy;
}

/**
 * Compiles one statement for its layer.
 *
 * @param source - the statement as parsed.
 * @param options - its policy, its layer and the readings of open questions.
 */
export function compileStatement(source: Statement, options: StatementOptions): CompiledStatement {
  const { keys, layer, policy } = options;
  const variables = policy.version === '2012-10-17';
  const deny = source.effect !== 'Allow';
  const missingFields = shortArnReading(source, options);
  return {
    id: options.id,
    ref: options.policyPointer + source.pointer,
    source,
    policy,
    layer,
    layerBit: LAYER_BIT[layer.kind],
    deny,
    actions: source.action.values.map(compileActionPattern),
    resources: source.resource?.values.map((text) =>
      compileResourcePattern(text, { keys, variables, missingFields }),
    ),
    principal:
      source.principal &&
      compilePrincipal(source.principal, { deny, notPrincipal: options.notPrincipal ?? 'strict' }),
    conditions:
      source.conditions.length === 0
        ? undefined
        : compileConditions(source.conditions, { keys, variables, options: options.conditions ?? {} }),
  };
}

/**
 * Rule S52: policies of principals take the missing fields of a short ARN as stars, resource and endpoint
 * policies never match it. In SCPs and RCPs it is invalid, and counts only where that narrows access.
 */
function shortArnReading(source: Statement, { layer, shortArn }: StatementOptions): 'wildcard' | 'never' {
  switch (layer.kind) {
    case 'resource':
    case 'vpcEndpoint':
      return 'never';
    case 'scp':
    case 'rcp':
      return (source.effect === 'Allow') === (source.resource?.negated ?? false) ? 'wildcard' : 'never';
    default:
      return shortArn ?? 'wildcard';
  }
}

/**
 * Whether the statement's `Action` or `NotAction` covers an action.
 *
 * @param statement - compiled.
 * @param action - in lower case.
 */
export function statementCoversAction(statement: CompiledStatement, action: string): boolean {
  const { negated } = statement.source.action;
  const irregular = statement.deny === negated ? 'ignore' : 'match';
  for (const pattern of statement.actions) if (coversAction(pattern, action, irregular)) return !negated;
  return negated;
}

/**
 * Whether the statement's `Resource` or `NotResource` covers a resource. An entry of `NotResource` whose
 * variable has no value keeps a Deny and drops an Allow (rule S58); so does one that is undecided, and
 * an undecided entry of `Resource` counts for a Deny only.
 *
 * @param statement - compiled.
 * @param resource - the request's resource.
 * @param reader - the request's context.
 */
export function statementCoversResource(
  statement: CompiledStatement,
  resource: string,
  reader: ContextReader,
): boolean {
  const covered = resourceTruth(statement, resource, reader);
  return covered === 1 || (covered === 2 && statement.deny);
}

/**
 * The same with three truth values: 0 no, 1 yes, 2 for a policy variable whose value cannot be told.
 *
 * @param statement - compiled.
 * @param resource - the request's resource.
 * @param reader - the request's context.
 */
export function resourceTruth(statement: CompiledStatement, resource: string, reader: ContextReader): Truth {
  const { resources, deny, source } = statement;
  if (resources === undefined) return 1;
  const negated = source.resource?.negated ?? false;
  let undecided = false;
  for (const pattern of resources) {
    const match = pattern.match(resource, reader);
    if (match === 'match') return negated ? 0 : 1;
    if (match === 'unresolved' && negated && !deny) return 0;
    if (match === 'undecided') undecided = true;
  }
  return undecided ? 2 : negated ? 1 : 0;
}
