import { compile, type Authorizer, type PolicySet } from '@policywright/evaluator';
import { parsePolicy, type Policy } from '@policywright/policy';
import { boundPolicy, type Bound } from './boundPolicy.ts';
import { mentionedKeys } from './mentionedKeys.ts';

/** What a check is decided under. */
export interface Under {
  /** The policy of the resource; `undefined` for none. */
  readonly resourcePolicy: Policy | undefined;
  /** The policies of what lies behind an access point, in order (rule S210); empty for other resources. */
  readonly underlying: readonly (Policy | undefined)[];
  /** `caller`: all policies of the set; `forwarded`: those that bear on a service in the caller's name; `service`: only the resource's. */
  readonly side: 'caller' | 'forwarded' | 'service';
}

/** The policies of a caller, compiled once for each resource policy that they meet. */
export class CompiledPolicies {
  readonly #policies: PolicySet;
  readonly #byPolicy = new WeakMap<object, Map<string, Authorizer>>();
  readonly #keys = new WeakMap<object, readonly string[]>();
  readonly #own: ReadonlySet<string>;
  readonly #bounds = new WeakMap<object, Map<string, Authorizer>>();

  /** @param policies - read once: to change them, make new ones. */
  constructor(policies: PolicySet) {
    this.#policies = policies;
    const { identity = [], boundary = [], session = [], scps = [], rcps = [], vpcEndpoint = [] } = policies;
    const all = [...identity, ...boundary, ...session, ...scps.flat(), ...rcps.flat(), ...vpcEndpoint];
    this.#own = new Set(all.flatMap((policy) => [...mentionedKeys(policy)]));
  }

  authorizer(under: Under): Authorizer {
    const name = under.underlying.length === 0 ? under.side : `${under.side} ${namesOf(under.underlying)}`;
    return makeOnce(authorizersOf(this.#byPolicy, under), name, () => compile(setOf(this.#policies, under)));
  }

  /** All that a check is decided under. */
  set(under: Under): PolicySet {
    return setOf(this.#policies, under);
  }

  /** For a resource of which only a pattern is known. */
  bound(under: Under, pattern: string, bound: Bound): Authorizer {
    return makeOnce(authorizersOf(this.#bounds, under), `${under.side} ${bound} ${pattern}`, () =>
      compile(mapPolicies(setOf(this.#policies, under), (policy) => boundPolicy(policy, pattern, bound))),
    );
  }

  /** The keys that the policies ask for, in lower case. */
  keys({ resourcePolicy, underlying }: Under): readonly string[] {
    const own = this.#keysWith(resourcePolicy);
    if (underlying.length === 0) return own;
    const behind = underlying.flatMap((policy) => (policy === undefined ? [] : [...mentionedKeys(policy)]));
    return [...new Set([...own, ...behind])];
  }

  #keysWith(resourcePolicy: Policy | undefined): readonly string[] {
    const of = resourcePolicy ?? NO_POLICY;
    let keys = this.#keys.get(of);
    if (keys === undefined) {
      const more = resourcePolicy === undefined ? [] : mentionedKeys(resourcePolicy);
      keys = [...new Set([...this.#own, ...more])];
      this.#keys.set(of, keys);
    }
    return keys;
  }
}

/** Stands for the absence of a policy in tables by policy. */
const NO_POLICY = {};
/** The most authorizers that are kept for one resource policy. */
const MOST = 100;

type Authorizers = Map<string, Authorizer>;

/** The authorizers of a table for a resource policy, or for none. */
function authorizersOf(table: WeakMap<object, Authorizers>, { resourcePolicy }: Under): Authorizers {
  const of = resourcePolicy ?? NO_POLICY;
  let authorizers = table.get(of);
  if (authorizers === undefined) {
    authorizers = new Map();
    table.set(of, authorizers);
  }
  return authorizers;
}

function makeOnce(authorizers: Authorizers, name: string, make: () => Authorizer): Authorizer {
  let authorizer = authorizers.get(name);
  if (authorizer === undefined) {
    authorizer = make();
    if (authorizers.size >= MOST) authorizers.clear();
    authorizers.set(name, authorizer);
  }
  return authorizer;
}

const numbers = new WeakMap<Policy, number>();
let last = 0;

/** Names policies by number, so that equal lists have equal names. */
function namesOf(policies: readonly (Policy | undefined)[]): string {
  return policies
    .map((policy) => {
      if (policy === undefined) return '-';
      const number = numbers.get(policy) ?? (last += 1);
      numbers.set(policy, number);
      return String(number);
    })
    .join();
}

function setOf(policies: PolicySet, { resourcePolicy, underlying: behind, side }: Under): PolicySet {
  const resource =
    behind.length === 0 ? { resource: resourcePolicy } : { resource: resourcePolicy, underlying: behind };
  const { vpcEndpoint: _, ...others } = policies;
  switch (side) {
    case 'caller':
      return { ...policies, ...resource };
    // The endpoint is on the way of the first call only.
    case 'forwarded':
      return { ...others, ...resource };
    case 'service':
      return { rcps: policies.rcps, ...resource };
  }
}

function mapPolicies(set: PolicySet, replace: (policy: Policy) => Policy): PolicySet {
  const all = (list: readonly Policy[] | undefined): readonly Policy[] | undefined => list?.map(replace);
  const { resource } = set;
  return {
    ...set,
    identity: all(set.identity),
    boundary: all(set.boundary),
    session: all(set.session),
    vpcEndpoint: all(set.vpcEndpoint),
    scps: set.scps?.map((level) => level.map(replace)),
    rcps: set.rcps?.map((level) => level.map(replace)),
    resource:
      resource === undefined ? undefined : 'statements' in resource ? replace(resource) : all(resource),
  };
}

const compiled = new WeakMap<PolicySet, CompiledPolicies>();

/** Compiles policies once for each object that holds them. */
export function compiledPolicies(policies: PolicySet): CompiledPolicies {
  let found = compiled.get(policies);
  if (found === undefined) {
    found = new CompiledPolicies(policies);
    compiled.set(policies, found);
  }
  return found;
}

let anything: Policy | undefined;

/** The widest policy that a resource can have. */
export function policyOfAnything(): Policy {
  if (anything === undefined) {
    const result = parsePolicy(
      '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}',
    );
    // INVARIANT: the document above can be read.
    if (!result.ok) throw new Error('the widest policy cannot be read');
    anything = result.policy;
  }
  return anything;
}
