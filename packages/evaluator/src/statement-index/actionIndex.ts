import type { EvaluatorOptions } from '../options.ts';
import type { Refusal, RuleFacts, ServiceRule } from '../service-rules/serviceRule.ts';
import { inOrder } from '../statement/compiledStatement.ts';
import { asciiLowerCase } from '../statement/actionPattern.ts';
import { actionFactsOf, type ActionFacts } from './actionFacts.ts';
import { ActionGroups, type ActionGroup } from './actionGroups.ts';
import { buildResourceTree, type ResourceTree } from './resourceTree.ts';

/** An action, and the statements that cover it in the order of the policy set and arranged by resource. */
export interface ActionEntry extends ActionFacts {
  /** What rules of single services may have against requests that all policies allow. */
  readonly refusals: readonly Refusal[];
  /** The rules of single services that keep layers from some requests. */
  readonly lifts: readonly ServiceRule[];
  /** No rule of a single service has a say about callers with credentials. */
  readonly plain: boolean;
  readonly tree: ResourceTree;
}

/** One for all actions without rules, so that a process that decides about many meets little memory. */
const NONE: readonly never[] = [];

/** The entry of no action at all. */
export const NO_ACTION: ActionEntry = {
  exempts: false,
  rcpsReach: false,
  lifts: NONE,
  tree: { always: [], negated: [], root: undefined },
  wellFormed: false,
  plain: true,
  refusals: NONE,
  takesUnsigned: false,
  takesIdentityProviders: false,
  serviceRules: NONE,
  service: '',
  action: '',
};

/** How many actions an authorizer remembers before it starts afresh: memory stays bounded for any input. */
const MEMO_LIMIT = 4096;

/**
 * Finds the statements that cover an action, arranged by resource. The outcome for an action is remembered
 * under the spelling that asked for it; actions that the same statements cover share one arrangement.
 */
export class ActionIndex {
  readonly #options: EvaluatorOptions;
  readonly #facts: RuleFacts;
  /** Of each side. */
  readonly #groups: readonly ActionGroups[];
  readonly #memo: Map<string, ActionEntry> = new Map();
  /** By the numbers of the groups that are arranged. */
  readonly #trees: Map<string, ResourceTree> = new Map();
  #lastAction: string = '';
  #lastEntry: ActionEntry | undefined;

  /**
   * @param groups - the statements of each side.
   * @param facts - what rules of single services may know of the set.
   * @param options - may name the services that RCPs affect.
   */
  constructor(groups: readonly ActionGroups[], facts: RuleFacts, options: EvaluatorOptions) {
    this.#options = options;
    this.#facts = facts;
    this.#groups = groups;
  }

  /** How many spellings of actions are remembered. */
  get remembered(): number {
    return this.#memo.size;
  }

  /** How many arrangements of statements are kept for them. */
  get arranged(): number {
    return this.#trees.size;
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

  #build(action: string): ActionEntry {
    const facts = actionFactsOf(action, this.#options);
    const { serviceRules } = facts;
    const none = serviceRules.length === 0;
    const refusals = none ? NONE : serviceRules.flatMap((rule) => rule.refusal?.(this.#facts) ?? []);
    // In the order in which deciding asks, and in one object: many entries do not fit into the processor's cache.
    return {
      exempts: facts.exempts,
      rcpsReach: facts.rcpsReach,
      lifts: none ? NONE : serviceRules.filter((rule) => rule.lifts !== undefined),
      tree: this.#treeOf(this.#groups.map((groups) => groups.covering(action, facts.service))),
      wellFormed: facts.wellFormed,
      plain: none || (refusals.length === 0 && !serviceRules.some(changesSides)),
      refusals,
      takesUnsigned: facts.takesUnsigned,
      takesIdentityProviders: facts.takesIdentityProviders,
      serviceRules,
      service: facts.service,
      action,
    };
  }

  /** @param groups - those of each side that cover an action. */
  #treeOf(groups: readonly (readonly ActionGroup[])[]): ResourceTree {
    const key = groups.map((ofSide) => ofSide.map(({ number }) => number).join()).join(' ');
    const known = this.#trees.get(key);
    if (known !== undefined) return known;
    // A statement that lists actions of two services, or of one and of any, is in one group of each.
    const found = new Set(groups.flat().flatMap(({ statements }) => statements));
    const tree = buildResourceTree([...found].sort(inOrder));
    if (this.#trees.size >= MEMO_LIMIT) this.#trees.clear();
    this.#trees.set(key, tree);
    return tree;
  }
}

/** Whether a rule changes whose policies count. */
function changesSides(rule: ServiceRule): boolean {
  return (
    rule.resourcePolicy !== undefined ||
    rule.needsBothSides !== undefined ||
    rule.ignoresGrants === true ||
    rule.crossesAccounts === true
  );
}
