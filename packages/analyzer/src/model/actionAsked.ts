import { coversAction, type ActionPattern, type CompiledStatement } from '@policywright/evaluator/engine';

type Irregular = Extract<ActionPattern, { readonly kind: 'irregular' }>;
type InService = Extract<ActionPattern, { readonly kind: 'service' }>;

/** An `Action` or `NotAction` element, sorted by the services that it names. */
export class ActionAsked {
  readonly negated: boolean;
  /** It lists `*`. */
  readonly every: boolean;
  /** Patterns that are held to no service and count (see `coversAction`). */
  readonly irregular: readonly Irregular[];
  readonly #literals: Map<string, Set<string>> = new Map();
  readonly #patterns: Map<string, InService[]> = new Map();

  /** @param statement - whose element it is. */
  constructor(statement: CompiledStatement) {
    this.negated = statement.source.action.negated;
    // INVARIANT: as in `statementCoversAction`, irregular patterns count where covering more narrows access.
    const irregularCounts = statement.deny !== this.negated;
    const irregular: Irregular[] = [];
    let every = false;
    for (const pattern of statement.actions) {
      if (pattern.kind === 'every') every = true;
      else if (pattern.kind === 'literal') this.#addLiteral(pattern.action);
      else if (pattern.kind === 'service') addTo(this.#patterns, pattern.prefix, pattern);
      else if (irregularCounts) irregular.push(pattern);
    }
    this.every = every;
    this.irregular = irregular;
  }

  /** The services that it names. */
  get services(): readonly string[] {
    return [...this.#literals.keys(), ...this.#patterns.keys()];
  }

  /** The actions of a service that it lists by name. */
  literals(service: string): ReadonlySet<string> {
    return this.#literals.get(service) ?? NO_NAMES;
  }

  /** The patterns that it lists of a service. */
  patterns(service: string): readonly InService[] {
    return this.#patterns.get(service) ?? [];
  }

  /** Whether it can cover an action of a service. */
  mayCover(service: string): boolean {
    if (this.every) return !this.negated;
    if (this.negated || this.irregular.length > 0) return true;
    return this.#literals.has(service) || this.#patterns.has(service);
  }

  /**
   * Whether it covers an action.
   *
   * @param action - in lower case.
   */
  covers(action: string): boolean {
    return this.#lists(action) !== this.negated;
  }

  #lists(action: string): boolean {
    if (this.every) return true;
    const service = action.slice(0, action.indexOf(':'));
    if (this.literals(service).has(action)) return true;
    for (const pattern of this.patterns(service)) if (coversAction(pattern, action, 'ignore')) return true;
    return this.irregular.some((pattern) => coversAction(pattern, action, 'match'));
  }

  #addLiteral(action: string): void {
    const service = action.slice(0, action.indexOf(':'));
    const names = this.#literals.get(service);
    if (names === undefined) this.#literals.set(service, new Set([action]));
    else names.add(action);
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
