import type { EvaluatorOptions } from '../options.ts';
import type { Refusal, RuleFacts } from '../service-rules/serviceRule.ts';
import { statementCoversAction, type CompiledStatement } from '../statement/compiledStatement.ts';
import { asciiLowerCase } from '../statement/actionPattern.ts';
import { actionFactsOf, type ActionFacts } from './actionFacts.ts';
import { buildResourceTree, type ResourceTree } from './resourceTree.ts';

/** An action, and the statements that cover it in the order of the policy set and arranged by resource. */
export interface ActionEntry extends ActionFacts {
  /** What rules of single services may have against requests that all policies allow. */
  readonly refusals: readonly Refusal[];
  readonly tree: ResourceTree;
}

/** The entry of no action at all. */
export const NO_ACTION: ActionEntry = {
  action: '',
  wellFormed: false,
  service: '',
  serviceRules: [],
  exempts: false,
  rcpsReach: false,
  refusals: [],
  tree: { always: [], negated: [], root: undefined },
};

/** How many actions an authorizer remembers before it starts afresh: memory stays bounded for any input. */
const MEMO_LIMIT = 4096;

/**
 * Finds the statements that cover an action. Literal patterns are found by hash, wildcard patterns by
 * service prefix; the outcome for an action is remembered under the spelling that asked for it.
 */
export class ActionIndex {
  readonly #options: EvaluatorOptions;
  readonly #facts: RuleFacts;
  readonly #literal: Map<string, CompiledStatement[]> = new Map();
  readonly #byService: Map<string, CompiledStatement[]> = new Map();
  readonly #anyService: CompiledStatement[] = [];
  readonly #memo: Map<string, ActionEntry> = new Map();
  #lastAction: string = '';
  #lastEntry: ActionEntry | undefined;

  /**
   * @param statements - in the order of the policy set.
   * @param facts - what rules of single services may know of the set.
   * @param options - may name the services that RCPs affect.
   */
  constructor(statements: readonly CompiledStatement[], facts: RuleFacts, options: EvaluatorOptions) {
    this.#options = options;
    this.#facts = facts;
    for (const statement of statements) if (statement.fits || statement.deny) this.#add(statement);
  }

  /** How many spellings of actions are remembered. */
  get remembered(): number {
    return this.#memo.size;
  }

  /**
   * The entry of an action.
   *
   * @param action - as in the request, in any letter case.
   */
  lookup(action: string): ActionEntry {
    // Requests often come in a row about one action, and comparing is quicker than hashing.
    if (action === this.#lastAction && this.#lastEntry !== undefined) return this.#lastEntry;
    this.#lastAction = action;
    return (this.#lastEntry = this.#memo.get(action) ?? this.#remember(action));
  }

  #remember(action: string): ActionEntry {
    if (this.#memo.size >= MEMO_LIMIT) this.#memo.clear();
    const lower = typeof action === 'string' ? asciiLowerCase(action) : '';
    const entry = (lower === action ? undefined : this.#memo.get(lower)) ?? this.#build(lower);
    this.#memo.set(action, entry);
    if (lower !== action) this.#memo.set(lower, entry);
    return entry;
  }

  #add(statement: CompiledStatement): void {
    const { negated } = statement.source.action;
    if (negated || statement.actions.some(({ kind }) => kind === 'every' || kind === 'irregular')) {
      this.#anyService.push(statement);
      return;
    }
    for (const pattern of statement.actions) {
      if (pattern.kind === 'literal') push(this.#literal, pattern.action, statement);
      else if (pattern.kind === 'service') push(this.#byService, pattern.prefix, statement);
    }
  }

  #build(action: string): ActionEntry {
    const facts = actionFactsOf(action, this.#options);
    const found = new Set<CompiledStatement>(this.#literal.get(action));
    for (const statement of this.#byService.get(facts.service) ?? []) {
      if (!found.has(statement) && statementCoversAction(statement, action)) found.add(statement);
    }
    for (const statement of this.#anyService) {
      if (statementCoversAction(statement, action)) found.add(statement);
    }
    const statements = [...found].sort((a, b) => a.id - b.id);
    const refusals = facts.serviceRules.flatMap((rule) => rule.refusal?.(this.#facts) ?? []);
    return { ...facts, refusals, tree: buildResourceTree(statements) };
  }
}

function push(map: Map<string, CompiledStatement[]>, key: string, statement: CompiledStatement): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [statement]);
  else if (list[list.length - 1] !== statement) list.push(statement);
}
