import type { Policy, Statement } from '@policywright/policy';
import type { PlacedPrincipal } from './placedPrincipal.ts';

/** An identity-based policy, the principals that have it, and its statements that allow something. */
export interface HeldPolicy {
  readonly policy: Policy;
  /** Indexes of principals. */
  readonly holders: readonly number[];
  readonly allows: readonly Statement[];
}

/**
 * The identity-based policies of some principals by the services of which they allow something, so that a question looks at
 * those only that can matter.
 */
export class PolicyIndex {
  readonly #byService: Map<string, HeldPolicy[]> = new Map();
  /** Those with an Allow of more than named services. */
  readonly #ofAny: HeldPolicy[] = [];

  /** @param principals - such as all of an account. */
  constructor(principals: readonly PlacedPrincipal[]) {
    const holders = new Map<Policy, number[]>();
    for (const { index, side } of principals) {
      for (const policy of new Set(side.identity)) {
        const held = holders.get(policy);
        if (held === undefined) holders.set(policy, [index]);
        else held.push(index);
      }
    }
    for (const [policy, held] of holders) this.#add(policy, held);
  }

  /** The policies that may allow actions of a service. */
  ofService(prefix: string): readonly HeldPolicy[] {
    return [...(this.#byService.get(prefix.toLowerCase()) ?? []), ...this.#ofAny];
  }

  #add(policy: Policy, holders: readonly number[]): void {
    const allows = policy.statements.filter(({ effect }) => effect === 'Allow');
    const held: HeldPolicy = { policy, holders, allows };
    const services = servicesOf(allows);
    if (services === undefined) this.#ofAny.push(held);
    for (const service of services ?? []) {
      const list = this.#byService.get(service);
      if (list === undefined) this.#byService.set(service, [held]);
      else list.push(held);
    }
  }
}

/** The services that statements name; `undefined` where one is of any service. */
function servicesOf(statements: readonly Statement[]): ReadonlySet<string> | undefined {
  const services = new Set<string>();
  for (const { action } of statements) {
    if (action.negated) return undefined;
    for (const value of action.values) {
      const prefix = value.slice(0, Math.max(value.indexOf(':'), 0));
      if (prefix === '' || /[*?]/.test(prefix)) return undefined;
      services.add(prefix.toLowerCase());
    }
  }
  return services;
}
