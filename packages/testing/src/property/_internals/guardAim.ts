import { deriveContext, type PolicySet, type Principal } from '@policywright/evaluator';
import { printJson, type Condition } from '@policywright/policy';
import type { ContextDocument, ScenarioDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import type { GuardRail } from '../guardRail.ts';
import { ActionCandidates } from './actionCandidates.ts';
import { accountsOf, callerCandidates } from './callerCandidates.ts';
import type { KnownValues } from './fillText.ts';
import { fittingValues, keyPools, type KeyPool, type Placed } from './keyPools.ts';
import { grantingPolicies, layerPolicies } from './layerPolicies.ts';
import { listOf } from './listOf.ts';
import { resourceCandidates } from './resourceCandidates.ts';
import type { KeyValue } from './valueVariants.ts';

/** The members of a scenario that make its request. */
export type AimedRequest = Pick<ScenarioDocument, 'principal' | 'action' | 'resource' | 'context'>;

/** An Allow statement with the actions by which it might break the guard rail. */
interface Target {
  readonly placed: Placed;
  readonly actions: readonly string[];
  /** By key in lower case: values under which its conditions hold. */
  readonly fitting: ReadonlyMap<string, readonly KeyValue[]>;
}

/** Choices, taken modulo what there is; zero is the plainest, so that shrinking goes there. */
interface Plan {
  readonly target: number;
  readonly action: number;
  readonly resource: number;
  readonly caller: number;
  /** One for each key. */
  readonly keys: readonly { readonly loose: boolean; readonly pick: number }[];
}

/** What requests are aimed at. */
export interface AimInput {
  readonly policies: PolicySet;
  readonly guard: GuardRail;
  /** The conditions of the guard rail, read. */
  readonly unless: readonly Condition[];
}

/** Makes requests that policies might allow although a guard rail says never. */
export class GuardAim {
  readonly #input: AimInput;
  readonly #callers: readonly Principal[];
  readonly #known: KnownValues;
  readonly #pools: readonly (readonly [key: string, pool: KeyPool])[];
  readonly #targets: readonly Target[];
  /** Actions for where no statement might break the guard rail. */
  readonly #actions: readonly string[];
  readonly #resources = new Map<string, readonly string[]>();
  /** The policies and the guard rail's conditions in lower case, to see which keys they mention. */
  readonly #text: string;

  constructor(input: AimInput) {
    this.#input = input;
    const { policies, guard, unless } = input;
    const documents = layerPolicies(policies).map(({ root }) => printJson(root, 0));
    this.#text = `${documents.join('\n')}${JSON.stringify(guard.unless ?? {})}`.toLowerCase();
    this.#callers = guard.principal === undefined ? callerCandidates(policies) : [guard.principal];
    this.#known = this.#valuesFor(this.#callers[0] ?? 'anonymous');
    const placed = layerPolicies(policies).flatMap(placedOf);
    const pools = keyPools(placed, unless, this.#known);
    this.#pools = [...pools];
    const statements = placed.map(({ statement }) => statement);
    const candidates = new ActionCandidates(listOf(guard.action), statements);
    this.#actions = candidates.all();
    const allows = grantingPolicies(policies)
      .flatMap(placedOf)
      .filter(({ statement }) => statement.effect === 'Allow');
    this.#targets = allows.flatMap((allow) => {
      const actions = candidates.of(allow.statement);
      return actions.length === 0 ? [] : [{ placed: allow, actions, fitting: this.#fitting(allow, pools) }];
    });
  }

  /** An arbitrary that shrinks to the plainest request: few context keys, the first statement and action. */
  requests(): fc.Arbitrary<AimedRequest> {
    const pick = fc.oneof(fc.constant(0), fc.nat(255));
    const loose = fc.oneof(
      { arbitrary: fc.constant(false), weight: 4 },
      { arbitrary: fc.constant(true), weight: 1 },
    );
    return fc
      .record<Plan>({
        target: fc.nat(255),
        action: fc.oneof(fc.nat(7), fc.nat(65_535)),
        resource: fc.oneof(fc.constant(0), fc.nat(31)),
        caller: fc.oneof(fc.constant(0), fc.nat(15)),
        keys: fc.tuple(...this.#pools.map(() => fc.record({ loose, pick }))),
      })
      .map((plan) => this.#request(plan));
  }

  #request(plan: Plan): AimedRequest {
    const target = at(this.#targets, plan.target);
    const principal = at(this.#callers, plan.caller) ?? 'anonymous';
    const action = at(target?.actions ?? this.#actions, plan.action) ?? 'example:Example';
    const resource = at(this.#resourcesFor(target, action, principal), plan.resource) ?? '*';
    const chosen = this.#pools.flatMap(([key, { name, values }], index) => {
      const { loose = false, pick = 0 } = plan.keys[index] ?? {};
      const value = at((loose ? undefined : target?.fitting.get(key)) ?? values, pick);
      return value === undefined ? [] : [[name, value] as const];
    });
    const request = {
      principal,
      action,
      resource,
      context: Object.fromEntries<string | readonly string[]>(chosen),
    };
    return { ...request, context: this.#completed(request) };
  }

  /** With the keys that follow from the request, as far as something asks for them. */
  #completed(request: AimedRequest): ContextDocument {
    const given = Object.keys(request.context).map((key) => key.toLowerCase());
    const derived = Object.entries(deriveContext(request)).filter(
      ([key]) => given.includes(key.toLowerCase()) || this.#text.includes(key.toLowerCase()),
    );
    // INVARIANT: derived values are texts and lists of texts.
    return Object.fromEntries(derived) as ContextDocument;
  }

  #resourcesFor(target: Target | undefined, action: string, principal: Principal): readonly string[] {
    const statement = target?.placed.statement;
    const memo = `${JSON.stringify(principal)} ${action} ${String(this.#targets.findIndex((t) => t === target))}`;
    const known = this.#resources.get(memo);
    if (known !== undefined) return known;
    const { policies, guard } = this.#input;
    const found = resourceCandidates(action, statement, {
      patterns: listOf(guard.resource ?? '*'),
      account: accountsOf(policies)[0],
      values: this.#valuesFor(principal),
    });
    this.#resources.set(memo, found);
    return found;
  }

  #fitting(placed: Placed, pools: ReadonlyMap<string, KeyPool>): Target['fitting'] {
    const keys = new Set(placed.statement.conditions.map(({ key }) => key.toLowerCase()));
    const entries = [...keys].flatMap((key) => {
      const pool = pools.get(key);
      return pool === undefined ? [] : [[key, fittingValues(placed, pool, this.#known)] as const];
    });
    return new Map(entries);
  }

  /** What variables about the caller stand for. */
  #valuesFor(principal: Principal): KnownValues {
    const context = deriveContext({ principal, action: 'example:Example', resource: '*' });
    const texts = Object.entries(context).filter(([, value]) => typeof value === 'string');
    return new Map(texts.map(([key, value]) => [key.toLowerCase(), String(value)]));
  }
}

function placedOf(policy: Placed['policy']): readonly Placed[] {
  return policy.statements.map((statement) => ({ policy, statement }));
}

function at<Value>(values: readonly Value[], index: number): Value | undefined {
  return values[index % Math.max(values.length, 1)];
}
