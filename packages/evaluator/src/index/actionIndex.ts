import { rcpsReach } from '../decision/applicability.ts';
import type { EvaluatorOptions } from '../options.ts';
import { statementCoversAction, type CompiledStatement } from '../statement/compiledStatement.ts';
import { asciiLowerCase } from '../statement/actionPattern.ts';
import type { ServiceRule } from '../service-rules/serviceRule.ts';
import { serviceRulesOf } from '../service-rules/serviceRules.ts';
import { buildResourceTree, type ResourceTree } from './resourceTree.ts';

/** The statements that cover one action, in the order of the policy set and arranged by resource. */
export interface ActionEntry {
  /** In lower case. */
  readonly action: string;
  /** Of the form `prefix:name`; anything else is never allowed. */
  readonly wellFormed: boolean;
  /** The prefix, in lower case. */
  readonly service: string;
  /** The rules of single services that bear on the action. */
  readonly serviceRules: readonly ServiceRule[];
  /** Resource control policies can affect the action (rule S169). */
  readonly rcpsReach: boolean;
  readonly tree: ResourceTree;
}

/** The entry of no action at all. */
export const NO_ACTION: ActionEntry = {
  action: '',
  wellFormed: false,
  service: '',
  serviceRules: [],
  rcpsReach: false,
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
  readonly #literal: Map<string, CompiledStatement[]> = new Map();
  readonly #byService: Map<string, CompiledStatement[]> = new Map();
  readonly #anyService: CompiledStatement[] = [];
  readonly #memo: Map<string, ActionEntry> = new Map();

  constructor(statements: readonly CompiledStatement[], options: EvaluatorOptions) {
    this.#options = options;
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
    return this.#memo.get(action) ?? this.#remember(action);
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
    const colon = action.indexOf(':');
    const found = new Set<CompiledStatement>(this.#literal.get(action));
    for (const statement of this.#byService.get(action.slice(0, colon)) ?? []) {
      if (!found.has(statement) && statementCoversAction(statement, action)) found.add(statement);
    }
    for (const statement of this.#anyService)
      if (statementCoversAction(statement, action)) found.add(statement);
    const statements = [...found].sort((a, b) => a.id - b.id);
    const service = action.slice(0, Math.max(colon, 0));
    const serviceRules = serviceRulesOf(action);
    return {
      action,
      wellFormed: isWellFormedAction(action),
      service,
      serviceRules,
      rcpsReach: rcpsReach({ service, serviceRules }, this.#options),
      tree: buildResourceTree(statements),
    };
  }
}

/** Whether an action has the form `prefix:Name`. */
export function isWellFormedAction(action: string): boolean {
  const colon = action.indexOf(':');
  return colon > 0 && colon < action.length - 1;
}

function push(map: Map<string, CompiledStatement[]>, key: string, statement: CompiledStatement): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [statement]);
  else if (list[list.length - 1] !== statement) list.push(statement);
}
