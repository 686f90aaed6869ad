import { actionFactsOf } from '../statement-index/actionFacts.ts';
import type { EvaluatorOptions } from '../options.ts';
import type { ServiceRule } from '../service-rules/serviceRule.ts';
import { asciiLowerCase, coversAction, readActionPattern } from '../statement/actionPattern.ts';
import type { CompiledStatement } from '../statement/compiledStatement.ts';
import { addBit, complement, type Bits } from './bits.ts';

/** Actions to which the same rules of a single service apply, so that they are weighed by themselves. */
export interface SpecialActions {
  readonly actions: Bits;
  readonly serviceRules: readonly ServiceRule[];
}

/** The actions of a cube by number, and the sets of them that patterns cover. */
export class ActionNumbers {
  /** In lower case. */
  readonly #actions: readonly string[];
  readonly #byService: Map<string, number[]> = new Map();
  /** The numbers that a pattern covers, by pattern text. */
  readonly #covered: Map<string, readonly number[]> = new Map();
  /** Actions of the form `prefix:Name`: the only ones that can be allowed. */
  readonly wellFormed: Bits;
  /** Actions that RCPs cannot affect. */
  readonly beyondRcps: Bits;
  readonly special: readonly SpecialActions[];
  /** Those of them whose rules may keep a layer from a request. */
  readonly lifting: readonly SpecialActions[];
  /** Actions that callers without credentials can ask for (rule S201). */
  readonly unsigned: Bits;
  /** Actions that identities of a provider can ask for (rule S202). */
  readonly federated: Bits;

  constructor(actions: readonly string[], options: EvaluatorOptions) {
    this.#actions = actions.map(asciiLowerCase);
    this.wellFormed = this.empty();
    this.beyondRcps = this.empty();
    this.unsigned = this.empty();
    this.federated = this.empty();
    const special = new Map<string, SpecialActions>();
    for (const [number, action] of this.#actions.entries()) {
      const facts = actionFactsOf(action, options);
      const { service, serviceRules } = facts;
      const known = this.#byService.get(service);
      if (known === undefined) this.#byService.set(service, [number]);
      else known.push(number);
      if (facts.wellFormed) addBit(this.wellFormed, number);
      if (!facts.rcpsReach) addBit(this.beyondRcps, number);
      if (facts.takesUnsigned) addBit(this.unsigned, number);
      if (facts.takesIdentityProviders) addBit(this.federated, number);
      if (serviceRules.length === 0) continue;
      const names = serviceRules.map(({ name }) => name).join();
      const alike = special.get(names) ?? { actions: this.empty(), serviceRules };
      addBit(alike.actions, number);
      special.set(names, alike);
    }
    this.special = [...special.values()];
    this.lifting = this.special.filter(({ serviceRules }) =>
      serviceRules.some((rule) => rule.lifts !== undefined),
    );
  }

  /** The actions of some services, told by their prefixes in lower case. */
  ofServices(isMeant: (service: string) => boolean): Bits {
    const bits = this.empty();
    for (const [service, numbers] of this.#byService) {
      if (isMeant(service)) for (const number of numbers) addBit(bits, number);
    }
    return bits;
  }

  /** A set without members. */
  empty(): Bits {
    return new Uint32Array((this.#actions.length + 31) >> 5);
  }

  /** The actions that a statement's `Action` or `NotAction` covers. */
  coveredBy(statement: CompiledStatement): Bits {
    const { negated, values } = statement.source.action;
    const irregular = statement.deny === negated ? 'ignore' : 'match';
    const bits = this.empty();
    for (const text of values) {
      for (const number of this.#numbers(text, irregular)) addBit(bits, number);
    }
    if (negated) complement(bits);
    return bits;
  }

  #numbers(text: string, irregular: 'match' | 'ignore'): readonly number[] {
    const key = `${irregular} ${text}`;
    const known = this.#covered.get(key);
    if (known !== undefined) return known;
    const pattern = readActionPattern(text);
    const service =
      pattern.kind === 'service'
        ? pattern.prefix
        : pattern.kind === 'literal'
          ? pattern.action.slice(0, pattern.action.indexOf(':'))
          : undefined;
    const candidates = service === undefined ? this.#actions.keys() : (this.#byService.get(service) ?? []);
    const numbers = [...candidates].filter((number) =>
      coversAction(pattern, this.#actions[number] ?? '', irregular),
    );
    this.#covered.set(key, numbers);
    return numbers;
  }
}
