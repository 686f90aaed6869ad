import { LIMITS } from '../data/limits.ts';
import {
  abbreviatedApiResource,
  locate,
  parsePointer,
  pointerTo,
  printJson,
  type EndpointType,
  type JsonNode,
  type Policy,
  type PolicyType,
} from '@policywright/policy';
import type { InlineUse } from './inlineUses.ts';
import type { Settings } from '../model/options.ts';
import type { ConditionFacts } from './conditionFacts.ts';
import { ActionFacts } from './actionFacts.ts';
import { withoutUnknown } from './knownParts.ts';
import { inferType } from './inferType.ts';
import { parentPointer } from './parentPointer.ts';
import { ResourceFacts } from './resourceFacts.ts';
import { StatementFacts } from './statementFacts.ts';
import type { ListEntry } from './listEntry.ts';
import type { Repaired } from './repaired.ts';

/** Where a policy comes from, for the rules. */
export interface ContextSource {
  /** The text that the offsets of the policy's nodes count in, where fixes can edit it as JSON. */
  readonly text: string | undefined;
  readonly settings: Settings;
  readonly isUnknown: ((pointer: string) => boolean) | undefined;
  /** The type of the resource that carries the policy, where the caller knows it. */
  readonly resourceType?: string | undefined;
  /** The kind of endpoint that an endpoint policy is of, where it is known. */
  readonly endpointType?: EndpointType | undefined;
  /** The document as it is saved, with its white space, where that is known. */
  readonly source?: string | undefined;
  /** What an inline policy is part of. */
  readonly inline?: readonly InlineUse[] | undefined;
  /** What was repaired to read it; absent of a document without errors. */
  readonly repaired?: Repaired | undefined;
}

/** A condition with the statement that it is part of. */
export interface StatementCondition {
  readonly statement: StatementFacts;
  readonly facts: ConditionFacts;
}

/**
 * A document with what is known about it: what `check` of a rule is given.
 *
 * Whatever a rule reads of it is computed once, however many rules ask. All pointers are JSON pointers from the root of the
 * policy. Parts whose value is not known, as templates have them, are said to be unknown: what a rule says of one of them is
 * not reported, and what it says of the rest should hold whatever they turn out to be.
 */
export class LintContext {
  /** The document as `@policywright/policy` reads it. Where it has errors, they are mended or unknown. */
  readonly policy: Policy;
  /** The values that rules take from the caller. */
  readonly settings: Settings;
  /** The text that the offsets of nodes count in; absent where fixes cannot edit it as JSON. */
  readonly text: string | undefined;
  /** The type that the caller named, or else the one that the document looks like. */
  readonly type: PolicyType;
  /** The statements, in the order of the document. */
  readonly statements: readonly StatementFacts[];
  readonly #source: ContextSource;
  readonly #made = new Map<unknown, unknown>();
  readonly #cuts = new Map<string, string>();
  #names = 0;
  #actions: readonly ListEntry<ActionFacts>[] | undefined;
  #resources: readonly ListEntry<ResourceFacts>[] | undefined;
  #conditions: readonly StatementCondition[] | undefined;

  /** @internal */
  constructor(policy: Policy, source: ContextSource) {
    this.policy = policy;
    this.#source = source;
    this.settings = source.settings;
    this.text = source.text;
    this.type = policy.type ?? inferType(policy);
    this.statements = policy.statements.map((statement) => new StatementFacts(this, statement));
  }

  /** Every entry of `Action` and `NotAction`. */
  get actions(): readonly ListEntry<ActionFacts>[] {
    return (this.#actions ??= this.statements.flatMap((statement) => statement.actions));
  }

  /** Every entry of `Resource` and `NotResource`. */
  get resources(): readonly ListEntry<ResourceFacts>[] {
    return (this.#resources ??= this.statements.flatMap((statement) => statement.resources));
  }

  /** Every condition with its statement. */
  get conditions(): readonly StatementCondition[] {
    return (this.#conditions ??= this.statements.flatMap((statement) =>
      statement.conditions.map((facts) => ({ statement, facts })),
    ));
  }

  /** Whether an Allow gives access: in all other types of policy it only leaves open what others allow. */
  get grants(): boolean {
    return GRANTING_TYPES.has(this.type);
  }

  /** The kind of endpoint that an endpoint policy is of, where it is known. */
  get endpointType(): EndpointType | undefined {
    return this.#source.endpointType;
  }

  /**
   * The document as it is saved, as far as it is known; without white space between its values where that is not.
   *
   * @internal
   */
  get savedText(): string {
    return this.#source.source ?? withoutUnknown(printJson(this.policy.root, 0));
  }

  /**
   * Whose inline policies this is one of, with how much room they take; empty of others.
   *
   * @internal
   */
  get inline(): readonly InlineUse[] {
    return this.#source.inline ?? [];
  }

  /** Whether the document replaces variables (rule S3). */
  get hasVariables(): boolean {
    return this.policy.version === '2012-10-17';
  }

  /** The type of the resource that carries the policy, where the caller knows it. */
  get resourceType(): string | undefined {
    return this.#source.resourceType;
  }

  /** Whether any part can be unknown. */
  get hasUnknowns(): boolean {
    const { isUnknown, repaired } = this.#source;
    return (
      isUnknown !== undefined ||
      (repaired !== undefined && repaired.unknown.size + repaired.anyOperator.size > 0)
    );
  }

  /** Whether the value at a pointer is not known, in part or as a whole. */
  isUnknown(pointer: string): boolean {
    const { isUnknown, repaired } = this.#source;
    return isUnknown?.(pointer) === true || (repaired !== undefined && hasAround(repaired.unknown, pointer));
  }

  /**
   * Whether a pointer leads to or below an operator that does not exist, and could be any.
   *
   * @internal
   */
  hasAnyOperator(pointer: string): boolean {
    const { repaired } = this.#source;
    return repaired !== undefined && hasAround(repaired.anyOperator, pointer);
  }

  /**
   * The pointer with the names that the text has, where rules know members by what they were meant to be called.
   *
   * @internal
   */
  writtenPointer(pointer: string): string {
    const written = this.#source.repaired?.written;
    if (written === undefined || written.size === 0) return pointer;
    let at = '';
    return (parsePointer(pointer) ?? []).reduce((text, step) => {
      at = pointerTo(at, step);
      return pointerTo(text, written.get(at) ?? step);
    }, '');
  }

  /**
   * What checks left out, with where, in the order of the rules.
   *
   * @internal
   */
  get cuts(): ReadonlyMap<string, string> {
    return this.#cuts;
  }

  /**
   * Notes that a check looks at a part of the document only, which `checks-cut-short` then says.
   *
   * @param what - what there is too much of, and what is not done therefore.
   * @param pointer - where.
   */
  cut(what: string, pointer = ''): void {
    if (!this.#cuts.has(what)) this.#cuts.set(what, pointer);
  }

  /** The first of the document's statements, as many as can be compared with each other; what is left out is noted. */
  get comparableStatements(): readonly StatementFacts[] {
    const { statements } = this;
    if (statements.length <= LIMITS.statements) return statements;
    this.cut(
      `${statements.length} statements, of which the first ${LIMITS.statements} are compared with others`,
    );
    return statements.slice(0, LIMITS.statements);
  }

  /**
   * The first of the document's resources, as many as can be compared with the ARNs of their service.
   *
   * @internal
   */
  get comparableResources(): readonly ListEntry<ResourceFacts>[] {
    const { resources } = this;
    if (resources.length <= LIMITS.resources) return resources;
    const what = `${resources.length} resources, of which the first ${LIMITS.resources} are compared with ARN formats`;
    this.cut(what, resources[LIMITS.resources]?.pointer);
    return resources.slice(0, LIMITS.resources);
  }

  /**
   * Whether an action pattern can still be compared with the names of the catalog.
   *
   * @internal
   */
  spendNames(facts: ActionFacts): boolean {
    if (!facts.hasWildcard || facts.isEverything) return true;
    this.#names += facts.isOfAnyService ? NAMES_OF_ALL : NAMES_OF_ONE;
    return this.#names <= LIMITS.names;
  }

  /** What a function makes of the document; made once, however many rules ask. */
  once<Made>(make: (context: LintContext) => Made): Made {
    if (!this.#made.has(make)) this.#made.set(make, make(this));
    // INVARIANT: what is kept for a function is what it returned.
    return this.#made.get(make) as Made;
  }

  /** The value at a pointer, with its offsets in `text`. */
  nodeAt(pointer: string): JsonNode | undefined {
    return locate(this.policy.root, pointer);
  }

  /** @internal */
  actionFacts(text: string): ActionFacts {
    let facts = actions.get(text);
    if (facts === undefined) {
      if (actions.size >= MOST_ACTIONS) actions.clear();
      facts = new ActionFacts(text);
      actions.set(text, facts);
    }
    return facts;
  }

  /** @internal */
  resourceFacts(text: string, unknown = false): ResourceFacts {
    const missingFields = SHORT_ARN_TYPES.has(this.type) ? 'wildcard' : 'never';
    if (unknown) return new ResourceFacts(text, { missingFields, unknown });
    const path = this.type === 'resource' ? abbreviatedApiResource(text) : undefined;
    const known = path === undefined ? resources[missingFields] : resources.abbreviated;
    let facts = known.get(text);
    if (facts === undefined) {
      if (known.size >= MOST_RESOURCES) known.clear();
      // The service writes the rest of the ARN when it saves the policy; which API it is, the document does not say.
      const standsFor = path === undefined ? text : `arn:*:execute-api:*:*:*${path}`;
      facts = new ResourceFacts(text, { missingFields, standsFor });
      known.set(text, facts);
    }
    return facts;
  }
}

/** Whether the pointer or one that it goes through is in the set. */
function hasAround(pointers: ReadonlySet<string>, pointer: string): boolean {
  if (pointers.size === 0) return false;
  for (let at = pointer; ; at = parentPointer(at)) {
    if (pointers.has(at)) return true;
    if (!at.includes('/')) return false;
  }
}

// Facts about a pattern depend on nothing but its text; bounded, since patterns come from documents.
const actions = new Map<string, ActionFacts>();
const MOST_ACTIONS = 20_000;
const resources = {
  wildcard: new Map<string, ResourceFacts>(),
  never: new Map<string, ResourceFacts>(),
  abbreviated: new Map<string, ResourceFacts>(),
};
const MOST_RESOURCES = 20_000;

/** About as many names as the catalog has, and as the largest service has. */
const NAMES_OF_ALL = 22_000;
const NAMES_OF_ONE = 700;

/** The types of policy whose Allow gives access to somebody. */
const GRANTING_TYPES: ReadonlySet<PolicyType> = new Set(['identity', 'resource', 'trust']);

/** Where an ARN with too few fields has wildcards for the others (rule S52). */
const SHORT_ARN_TYPES: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session']);
