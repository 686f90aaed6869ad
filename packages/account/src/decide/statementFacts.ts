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
  /** Where it would be plain but for variables in its resources. */
  readonly variables: ResourceVariables | undefined;
  /** Whether it is about every principal, as one without `Principal` is. */
  readonly isForAll: boolean;
  /** The principals that it names. */
  readonly names: readonly string[];
}

/** Variables in the resources of a statement. */
export interface ResourceVariables {
  /** Of the keys that they stand for, in lower case. */
  readonly keys: readonly string[];
  /** Whether a resource matches, with these values of the keys, which have no special characters. */
  readonly matches: (arn: string, values: readonly string[]) => boolean;
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
      found = covering.length === 0 ? NONE : covering.map((one) => this.#fact(one, policy));
      if (ofActions.size >= MOST_ACTIONS) ofActions.clear();
      ofActions.set(action, found);
    }
    return found;
  }

  #fact(statement: Statement, { version }: Policy): StatementFact {
    let fact = this.#facts.get(statement);
    if (fact === undefined) {
      const { effect, conditions, resource } = statement;
      fact = {
        isAllow: effect === 'Allow',
        number: this.#numberOf(statement),
        keys: conditions.map(({ key }) => key.toLowerCase()),
        mayMatch: (arn) => resource === undefined || this.#filter.mayMatchResource(statement, arn),
        isPlain: isPlain(statement),
        variables: version === '2012-10-17' ? this.#variables(statement) : undefined,
        isForAll: isForAll(statement),
        names: (statement.principal?.entries ?? []).map(({ value }) => value),
      };
      this.#facts.set(statement, fact);
    }
    return fact;
  }

  #variables({ resource, conditions }: Statement): ResourceVariables | undefined {
    if (resource === undefined || resource.negated || !conditions.every(isOfText)) return undefined;
    const { values: texts } = resource;
    const keys = [
      ...new Set(texts.flatMap((text) => [...text.matchAll(VARIABLE)].map(([, key = '']) => key))),
    ];
    if (keys.length === 0) return undefined;
    const withValues = (text: string, of: (key: string) => string): string =>
      text.replaceAll(VARIABLE, (_, key: string) => of(key));
    // None is written in another way, and with any values these are ARNs.
    if (!texts.every((text) => isWholeArn(withValues(text, () => '')))) return undefined;
    return {
      keys: keys.map((key) => key.toLowerCase()),
      matches: (arn, values) =>
        texts.some((text) => {
          const whole = withValues(text, (key) => values[keys.indexOf(key)] ?? '');
          return whole === '*' || this.#filter.mayCover(whole, arn);
        }),
    };
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

/** A variable of a key, without a value for where the key is absent. */
const VARIABLE = /\$\{([\w:/+=.@-]+)\}/g;

function isOfText({ values }: Statement['conditions'][number]): boolean {
  return values.every((value) => !value.includes('${'));
}

function isPlain({ resource, conditions }: Statement): boolean {
  // A trust policy has no resource.
  const isOnWhole = resource === undefined || (!resource.negated && resource.values.every(isWholeArn));
  return conditions.every(isOfText) && isOnWhole;
}

/** Has all fields of an ARN and no variable, so that it is clear which resources it is about. */
function isWholeArn(text: string): boolean {
  return text === '*' || (!text.includes('${') && text.split(':', 6).length === 6);
}
