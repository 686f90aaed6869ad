import { Concluder, LAYER_BIT, type CompiledSet, type Question } from '@policywright/evaluator/engine';
import type { Tally, Weigher, Weight } from './side.ts';

/** What decides instead of the resource, where a rule of a single service hangs on it: each is asked. */
interface Variant {
  readonly concluder: Concluder;
  readonly question: Question;
}

/** Weighs the layers of a set by the evaluator's own conclusion, for the requests of one action after the other. */
export class SetWeighers {
  readonly #set: CompiledSet;
  readonly #ask: (action: string) => Question;
  readonly #known: Map<string, Weigher> = new Map();

  /**
   * @param set - joined.
   * @param ask - reads the request for an action on a resource of which nothing is known.
   */
  constructor(set: CompiledSet, ask: (action: string) => Question) {
    this.#set = set;
    this.#ask = ask;
  }

  /** The weigher of an action. */
  of(action: string): Weigher {
    const question = this.#ask(action);
    const { entry, inactive } = question;
    // Actions that have the same rules are weighed alike.
    const key = `${entry.serviceRules.map(({ name }) => name).join()} ${inactive} ${entry.takesUnsigned} ${entry.takesIdentityProviders}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key, question);
    this.#known.set(key, made);
    return made;
  }

  #make(key: string, question: Question): Weigher {
    const variants = this.#variants(question);
    const known = new Map<string, Weight>();
    const layers = this.#set.layers;
    const bitsOf = (bits: number): number =>
      layers.reduce((sum, { kind }, index) => ((LAYER_BIT[kind] & bits) === 0 ? sum : sum | (1 << index)), 0);
    return {
      key,
      inactive: bitsOf(question.inactive),
      mayBeInactive: question.entry.lifts.length === 0 ? 0 : bitsOf(LAYER_BIT.scp | LAYER_BIT.rcp),
      weigh: (tally) => {
        const asked = `${tally.layers} ${tally.grades}`;
        const weight = known.get(asked) ?? this.#weigh(tally, variants);
        known.set(asked, weight);
        return weight;
      },
    };
  }

  #weigh({ layers, grades }: Tally, variants: readonly Variant[]): Weight {
    const numbers = new Map(this.#set.layers.map(({ index }, number) => [index, number]));
    const allows = (layer: number): boolean => {
      const number = numbers.get(layer);
      return number !== undefined && ((layers >> number) & 1) === 1;
    };
    const decisions = new Set(
      variants.map(({ concluder, question }) =>
        concluder.conclude(question, { grades, owner: undefined, allows }).decision === 'Allow' ? 'allowed' : 'denied',
      ),
    );
    const [only] = decisions;
    return decisions.size > 1 || only === undefined ? 'either' : only;
  }

  /**
   * Every way in which the resource, of which nothing is known, may bear on the weighing. What refuses requests that all
   * policies allow is left to the replay of witnesses.
   */
  #variants(question: Question): readonly Variant[] {
    const { entry } = question;
    const plainEntry = { ...entry, refusals: [] };
    const plain = { concluder: new Concluder(this.#set), question: { ...question, entry: plainEntry } };
    const variants: Variant[] = [plain];
    const hangs = entry.serviceRules.some((rule) => rule.resourcePolicyKind !== undefined);
    if (hangs && this.#set.flags.resourcePolicyKind === undefined) {
      variants.length = 0;
      const serviceRules = entry.serviceRules.filter((rule) => rule.resourcePolicyKind === undefined);
      for (const kind of [undefined, 'kms', 'trust'] as const) {
        const set = { ...this.#set, flags: { ...this.#set.flags, resourcePolicyKind: kind } };
        variants.push({
          concluder: new Concluder(set),
          question: { ...question, entry: { ...plainEntry, serviceRules } },
        });
      }
    }
    if (entry.lifts.length === 0) return variants;
    const lifted = LAYER_BIT.scp | LAYER_BIT.rcp;
    return variants.flatMap((variant) => [
      variant,
      {
        ...variant,
        question: { ...variant.question, inactive: variant.question.inactive | lifted },
      },
    ]);
  }
}
