import type { Policy, Statement } from '@policywright/policy';
import type { StatementFilter } from './mayMatch.ts';

/** What of a statement bears on decisions about an action that it covers. */
export interface StatementFact {
  readonly isAllow: boolean;
  /** The same for statements that say the same of whoever they apply to, whatever their resources are. */
  readonly number: number;
  /** The context keys that it asks for, in lower case. */
  readonly keys: readonly string[];
  /** Whether its resources may be those that are asked about: never no where they are. */
  readonly mayMatch: (arn: string) => boolean;
  /** Whether that is all there is to say: it certainly is about what it may match, and asks for nothing but keys. */
  readonly isPlain: boolean;
  /** Whether it is about every principal, as one without `Principal` is. */
  readonly isForAll: boolean;
  /** The principals that it names. */
  readonly names: readonly string[];
}

const NONE: readonly StatementFact[] = [];
/** The most actions that are remembered of a policy. */
const MOST_ACTIONS = 1000;

/** Finds the statements of policies that cover actions, of each policy and action once. */
export class StatementFacts {
  readonly #filter: StatementFilter;
  readonly #numbers: Map<string, number> = new Map();
  readonly #facts: WeakMap<Statement, StatementFact> = new WeakMap();
  readonly #covering: WeakMap<Policy, Map<string, readonly StatementFact[]>> = new WeakMap();

  /** @param filter - tells what statements cover. */
  constructor(filter: StatementFilter) {
    this.#filter = filter;
  }

  /**
   * The statements of some policies that cover an action.
   *
   * @param policies - of any kind.
   * @param action - in lower case.
   */
  covering(policies: readonly Policy[], action: string): readonly StatementFact[] {
    const found = policies.map((policy) => this.#ofPolicy(policy, action)).filter((one) => one.length > 0);
    return found.length > 1 ? found.flat() : (found[0] ?? NONE);
  }

  #ofPolicy(policy: Policy, action: string): readonly StatementFact[] {
    let ofActions = this.#covering.get(policy);
    if (ofActions === undefined) this.#covering.set(policy, (ofActions = new Map()));
    let found = ofActions.get(action);
    if (found === undefined) {
      const covering = policy.statements.filter((one) => this.#filter.coversAction(one, action));
      found = covering.length === 0 ? NONE : covering.map((one) => this.#fact(one));
      if (ofActions.size >= MOST_ACTIONS) ofActions.clear();
      ofActions.set(action, found);
    }
    return found;
  }

  #fact(statement: Statement): StatementFact {
    let fact = this.#facts.get(statement);
    if (fact === undefined) {
      const { effect, conditions, resource } = statement;
      fact = {
        isAllow: effect === 'Allow',
        number: this.#numberOf(statement),
        keys: conditions.map(({ key }) => key.toLowerCase()),
        mayMatch: (arn) => resource === undefined || this.#filter.mayMatchResource(statement, arn),
        isPlain: isPlain(statement),
        isForAll: isForAll(statement),
        names: (statement.principal?.entries ?? []).map(({ value }) => value),
      };
      this.#facts.set(statement, fact);
    }
    return fact;
  }

  #numberOf({ effect, principal, conditions }: Statement): number {
    const texts = conditions.map(({ operator, key, values }) => [operator.text, key, values]);
    const text = JSON.stringify([effect, principal, texts]);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}

function isForAll({ principal }: Statement): boolean {
  if (principal === undefined) return true;
  return !principal.negated && principal.entries.some(({ value }) => value === '*');
}

function isPlain({ resource, conditions }: Statement): boolean {
  const isOfText = conditions.every(({ values }) => values.every((value) => !value.includes('${')));
  // A trust policy has no resource.
  const isOnWhole = resource === undefined || (!resource.negated && resource.values.every(isWholeArn));
  return isOfText && isOnWhole;
}

/** Has all fields of an ARN and no variable, so that it is clear which resources it is about. */
function isWholeArn(text: string): boolean {
  return text === '*' || (!text.includes('${') && text.split(':', 6).length === 6);
}
