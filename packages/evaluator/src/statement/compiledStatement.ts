import {
  compileConditions,
  type CompiledConditions,
  type ContextReader,
  type KeyTable,
  type Truth,
} from '@policywright/conditions';
import type { Policy, Statement } from '@policywright/policy';
import type { EvaluatorOptions } from '../options.ts';
import { compilePrincipalElement, type PrincipalMatcher } from '../principal/principalMatcher.ts';
import { coversAction, readActionPattern, type ActionPattern } from './actionPattern.ts';
import { LAYER_BIT, type Layer } from '../layers/layer.ts';
import type { ResourcePattern } from './resourceMatch.ts';
import { compileResourcePattern, type MissingFields } from './resourcePattern.ts';

/** Layers whose policies are attached to a resource, an endpoint or an account's resources. */
const ATTACHED_LAYERS: number = LAYER_BIT.resource | LAYER_BIT.rcp | LAYER_BIT.vpcEndpoint;

/** Options of `CompiledStatement`, the same for all statements of a policy. */
export interface StatementOptions {
  readonly keys: KeyTable;
  readonly evaluator: EvaluatorOptions;
  readonly layer: Layer;
  /** JSON pointer of the policy in the policy set. */
  readonly policyPointer: string;
  readonly policy: Policy;
}

/**
 * A statement of one layer. Its elements are compiled when a request first asks for them: a set of policies
 * has many statements, and most requests are about few of them.
 */
export class CompiledStatement {
  /** The statement's place among those of its side. */
  readonly id: number;
  readonly source: Statement;
  readonly policy: Policy;
  readonly layer: Layer;
  /** The layer's bit of `LAYER_BIT`. */
  readonly layerBit: number;
  readonly deny: boolean;
  /**
   * The statement has the elements that its kind of policy needs: a resource and no principal in a policy of
   * principals, a principal elsewhere (rules S15, S16). Otherwise it cannot be understood: an Allow does
   * nothing, while a Deny is about everyone and everything that it does not name.
   */
  readonly fits: boolean;
  /** The layer's place among all layers; as a field of its own, since every request reads it. */
  readonly layerIndex: number;
  /** `principal` is not `undefined`; the same holds for the next. */
  readonly hasPrincipal: boolean;
  readonly hasConditions: boolean;
  /** Applies where it cannot be decided whether it matches (rules S23, S74). */
  readonly appliesUndecided: boolean;
  /** An entry of `NotResource` without a value keeps the statement from applying (rule S58). */
  readonly voidedByUnresolved: boolean;
  /** It fits, or it is a Deny that cannot be understood: anything else does nothing. */
  readonly takesPart: boolean;
  readonly #options: StatementOptions;
  #actions: readonly ActionPattern[] | undefined;
  #resources: readonly ResourcePattern[] | undefined;
  #principal: PrincipalMatcher | undefined;
  #conditions: CompiledConditions | undefined;

  /**
   * @param source - the statement as parsed.
   * @param id - its place among those of its side.
   * @param options - what it shares with the other statements of its policy.
   */
  constructor(source: Statement, id: number, options: StatementOptions) {
    this.id = id;
    this.source = source;
    this.policy = options.policy;
    this.layer = options.layer;
    this.layerBit = LAYER_BIT[options.layer.kind];
    this.deny = source.effect !== 'Allow';
    const { undecidedDeny = 'apply', unresolvedNotResource = 'narrow' } = options.evaluator;
    this.appliesUndecided = this.deny && undecidedDeny === 'apply';
    this.voidedByUnresolved =
      unresolvedNotResource === 'void' || (unresolvedNotResource === 'narrow' && !this.deny);
    this.fits =
      (this.layerBit & ATTACHED_LAYERS) === 0
        ? source.principal === undefined && source.resource !== undefined
        : source.principal !== undefined;
    this.takesPart = this.fits || this.deny;
    this.layerIndex = options.layer.index;
    this.hasPrincipal = this.fits && source.principal !== undefined;
    this.hasConditions = source.conditions.length > 0;
    this.#options = options;
  }

  /** JSON pointer of the statement in the policy set, such as `/scps/1/0/Statement/2`. */
  get ref(): string {
    return this.#options.policyPointer + this.source.pointer;
  }

  get actions(): readonly ActionPattern[] {
    return (this.#actions ??= this.source.action.values.map(readActionPattern));
  }

  /** `undefined`: the statement has no `Resource` and is about the resource it is attached to (rule S29). */
  get resources(): readonly ResourcePattern[] | undefined {
    if (this.#resources !== undefined || this.source.resource === undefined) return this.#resources;
    const { keys } = this.#options;
    const options = {
      keys,
      variables: this.#variables,
      missingFields: this.#missingFields,
      abbreviations: this.layerBit === LAYER_BIT.resource,
    };
    return (this.#resources = this.source.resource.values.map((text) =>
      compileResourcePattern(text, options),
    ));
  }

  /** `undefined`: the statement names no principal and is about whoever it is attached to. */
  get principal(): PrincipalMatcher | undefined {
    if (this.#principal !== undefined || this.source.principal === undefined || !this.fits)
      return this.#principal;
    const { notPrincipal = 'strict' } = this.#options.evaluator;
    return (this.#principal = compilePrincipalElement(this.source.principal, {
      deny: this.deny,
      notPrincipal,
    }));
  }

  /** `undefined`: unconditional. */
  get conditions(): CompiledConditions | undefined {
    if (this.#conditions !== undefined || this.source.conditions.length === 0) return this.#conditions;
    const { keys, evaluator } = this.#options;
    const options = { keys, variables: this.#variables, options: evaluator.conditions ?? {} };
    return (this.#conditions = compileConditions(this.source.conditions, options));
  }

  get #variables(): boolean {
    return this.policy.version === '2012-10-17';
  }

  /**
   * Rule S52: only identity-based policies are said to be completed. Elsewhere a short ARN is not: in an
   * Allow it matches nothing, while a Deny takes missing fields as stars; with `NotResource` it is the other
   * way round. So it narrows access wherever it counts.
   */
  get #missingFields(): MissingFields {
    const narrows = this.deny !== (this.source.resource?.negated ?? false);
    if (narrows) return 'wildcard';
    if (this.layer.kind !== 'identity') return 'never';
    return this.#options.evaluator.shortArn ?? 'filled';
  }
}

/** Whether some statement is an Allow that can be understood; a level of RCPs without one counts as allowing (S168). */
export function holdAllow(statements: readonly CompiledStatement[]): boolean {
  return statements.some(({ takesPart, deny }) => takesPart && !deny);
}

/** Compares the places of two statements in the order of the policy set: by kind of layer, level and document. */
export function inOrder(one: CompiledStatement, other: CompiledStatement): number {
  // INVARIANT: a kind of layer is of one side, and the bits of `LAYER_BIT` are in the order of the set.
  return one.layerBit - other.layerBit || one.id - other.id;
}

/**
 * Whether the statement's `Action` or `NotAction` covers an action.
 *
 * @param statement - compiled.
 * @param action - in lower case.
 */
export function statementCoversAction(statement: CompiledStatement, action: string): boolean {
  return entryForAction(statement, action) >= 0 !== statement.source.action.negated;
}

/**
 * Which entry of the statement's `Action` or `NotAction` is the first that the action is among, as far as the entry counts.
 *
 * @param statement - compiled.
 * @param action - in lower case.
 * @returns its index, or -1.
 */
export function entryForAction({ actions, deny, source }: CompiledStatement, action: string): number {
  const irregular = deny === source.action.negated ? 'ignore' : 'match';
  for (let index = 0; index < actions.length; index++) {
    const pattern = actions[index];
    if (pattern !== undefined && coversAction(pattern, action, irregular)) return index;
  }
  return -1;
}

/**
 * Whether the statement's `Resource` or `NotResource` covers a resource: 0 no, 1 yes, 2 for a policy variable whose
 * value cannot be told. An entry of `NotResource` whose variable has no value keeps a Deny and drops an Allow
 * (rule S58).
 *
 * @param statement - compiled.
 * @param resource - the request's resource.
 * @param reader - the request's context.
 */
export function resourceTruth(statement: CompiledStatement, resource: string, reader: ContextReader): Truth {
  const { resources, source, voidedByUnresolved } = statement;
  if (resources === undefined) return 1;
  const negated = source.resource?.negated ?? false;
  let undecided = false;
  for (const pattern of resources) {
    const match = pattern.match(resource, reader);
    if (match === 'match') return negated ? 0 : 1;
    if (match === 'unresolved' && negated && voidedByUnresolved) return 0;
    if (match === 'undecided' || (match === 'missing' && negated && voidedByUnresolved)) undecided = true;
  }
  return undecided ? 2 : negated ? 1 : 0;
}
