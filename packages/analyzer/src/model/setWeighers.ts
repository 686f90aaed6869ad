import { LAYER_BIT, LayerWeigher, type CompiledSet, type KnownRequest } from '@policywright/evaluator/engine';
import { PLAIN_ACTION } from './asker.ts';
import type { CompiledPolicies } from './compiledPolicies.ts';
import { circumstanceKey, type Circumstance } from './circumstance.ts';
import type { Tally, Weigher, Weight } from './side.ts';

type ServiceRule = KnownRequest['entry']['serviceRules'][number];

/** Weighs the layers of a set by the evaluator's own conclusion, for the requests of one action after the other. */
export class SetWeighers {
  readonly #set: CompiledSet;
  readonly #ask: (action: string) => KnownRequest;
  readonly #sameAccount: boolean;
  readonly #known: Map<string, Weigher> = new Map();
  readonly #rules: Map<string, string>;
  /** The number of each layer by its index. */
  readonly #numbers: ReadonlyMap<number, number>;

  /**
   * @param policies - compiled.
   * @param ask - reads the request for an action on a resource of which nothing is known.
   * @param sameAccount - the resources are in the caller's account.
   */
  constructor(policies: CompiledPolicies, ask: (action: string) => KnownRequest, sameAccount: boolean) {
    const set = policies.joined;
    const { caller, serviceLinked } = ask(PLAIN_ACTION);
    this.#rules = policies.rulesFor(`${caller.kind} ${sameAccount} ${serviceLinked}`);
    this.#set = set;
    this.#ask = ask;
    this.#sameAccount = sameAccount;
    this.#numbers = new Map(set.layers.map(({ index }, number) => [index, number]));
  }

  /**
   * What may bear on the requests of an action beside it.
   *
   * @param action - in lower case.
   * @param isNamed - it stands for itself alone, not for others that no statement names.
   */
  circumstances(action: string, isNamed: boolean): readonly Circumstance[] {
    const { entry, caller } = this.#ask(action);
    const kinds = this.#kinds(entry, isNamed);
    const hasRcps = this.#has('rcp');
    const isLifted = hasRcps && caller.kind === 'service' && entry.lifts.length > 0;
    const rcps = isNamed
      ? isLifted
        ? (['asked', 'lifted'] as const)
        : (['asked'] as const)
      : hasRcps
        ? (['reach', 'lifted'] as const)
        : (['asked'] as const);
    const grants = isNamed ? (['asked'] as const) : this.#grantsOfOthers();
    const crosses = isNamed || this.#sameAccount ? [false] : [false, true];
    return kinds.flatMap((kind) =>
      rcps.flatMap((reach) =>
        grants.flatMap((grant) =>
          crosses.map((cross) => ({ ...kind, rcps: reach, grants: grant, crosses: cross })),
        ),
      ),
    );
  }

  /** What a grant may be worth under the rules of some action that no statement names. */
  #grantsOfOthers(): readonly Circumstance['grants'][] {
    if (this.#has('resource')) return ['count', 'need-both', 'ignored', 'lifted'];
    // Where grants are ignored, so is of what kind the policy is that may grant (rule S176).
    return this.#set.flags.resourcePolicyKind === undefined ? ['asked'] : ['asked', 'ignored'];
  }

  #kinds(entry: KnownRequest['entry'], isNamed: boolean): readonly Pick<Circumstance, 'kind' | 'resource'>[] {
    const none = { kind: undefined, resource: undefined };
    const [own] = entry.serviceRules.flatMap(({ resourcePolicy }) => resourcePolicy ?? []);
    if (this.#set.flags.resourcePolicyKind !== undefined) return [none];
    if (own !== undefined) {
      const { kind, infix } = own;
      const others = isNamed ? { kind: undefined, resource: { infix, has: false } } : none;
      return [{ kind, resource: { infix, has: true } }, others];
    }
    return isNamed ? [none] : [none, { ...none, kind: 'kms' }, { ...none, kind: 'trust' }];
  }

  /** The rules of single services that an action has, and the layers that do not bear on it: all that tells actions apart. */
  rulesOf(action: string): string {
    const known = this.#rules.get(action);
    if (known !== undefined) return known;
    const { entry, inactive } = this.#ask(action);
    const rules = `${entry.serviceRules.map(({ name }) => name).join()} ${inactive}`;
    this.#rules.set(action, rules);
    return rules;
  }

  /** The weigher of an action under a circumstance. */
  of(action: string, circumstance: Circumstance): Weigher {
    const key = `${this.rulesOf(action)} ${circumstanceKey(circumstance)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key, this.#ask(action), circumstance);
    this.#known.set(key, made);
    return made;
  }

  #make(key: string, asked: KnownRequest, { kind, rcps, grants, crosses }: Circumstance): Weigher {
    let { inactive } = asked;
    if (rcps === 'reach') inactive &= ~LAYER_BIT.rcp;
    if (rcps === 'lifted') inactive |= LAYER_BIT.rcp;
    if (grants === 'lifted') inactive |= LAYER_BIT.resource;
    const own = asked.entry.serviceRules.filter((rule) => rule.resourcePolicy === undefined);
    const serviceRules = [...(grants === 'asked' ? own : rulesFor(grants)), ...(crosses ? [CROSSES] : [])];
    const flags = { ...this.#set.flags, resourcePolicyKind: this.#set.flags.resourcePolicyKind ?? kind };
    const weigher = new LayerWeigher({ ...this.#set, flags });
    const question: KnownRequest = {
      ...asked,
      inactive,
      // What refuses requests that all policies allow is left to the replay of witnesses.
      entry: {
        ...asked.entry,
        serviceRules,
        refusals: [],
        plain: false,
        takesUnsigned: true,
        takesIdentityProviders: true,
      },
    };
    const known = new Map<number, Weight>();
    return {
      key,
      inactive: this.#bitsOf(inactive),
      weigh: ({ layers, grades: worth }) => {
        const place = layers * 16 + worth;
        const weight = known.get(place) ?? this.#weigh({ layers, grades: worth }, { weigher, question });
        known.set(place, weight);
        return weight;
      },
    };
  }

  #weigh(
    { layers, grades }: Tally,
    { weigher, question }: { readonly weigher: LayerWeigher; readonly question: KnownRequest },
  ): Weight {
    const allows = (layer: number): boolean => ((layers >> (this.#numbers.get(layer) ?? 31)) & 1) === 1;
    const { decision } = weigher.weigh(question, { grades, owner: undefined, allows });
    return decision === 'Allow' ? 'allowed' : 'denied';
  }

  #has(kind: CompiledSet['layers'][number]['kind']): boolean {
    return this.#set.layers.some((layer) => layer.kind === kind);
  }

  #bitsOf(bits: number): number {
    return this.#set.layers.reduce(
      (sum, { kind }, number) => ((LAYER_BIT[kind] & bits) === 0 ? sum : sum | (1 << number)),
      0,
    );
  }
}

const CROSSES: ServiceRule = rule({ crossesAccounts: true });

function rulesFor(grants: Circumstance['grants']): readonly ServiceRule[] {
  if (grants === 'ignored') return [rule({ ignoresGrants: true })];
  return grants === 'need-both' ? [rule({ needsBothSides: () => true })] : [];
}

/** What rules of single services can say, without their actions. */
function rule(says: Partial<ServiceRule>): ServiceRule {
  return { name: '', rules: [], covers: () => true, ...says };
}
