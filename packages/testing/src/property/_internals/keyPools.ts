import { compile, type Request } from '@policywright/evaluator';
import type { Condition, Policy, Statement } from '@policywright/policy';
import { fillVariables, variablesOf, type KnownValues } from './fillText.ts';
import { valueVariants, type KeyValue } from './valueVariants.ts';

/** More values of one key tell nothing new. */
const MOST_VALUES = 40;

/** These follow from the rest of a request, so that no other value can occur. */
const FOLLOWING = new Set([
  'aws:principaltype',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:resourceaccount',
  'aws:userid',
  'aws:username',
]);

/** A statement with the policy that gives it its version. */
export interface Placed {
  readonly policy: Policy;
  readonly statement: Statement;
}

/** A context key that conditions or variables mention, with the values that are worth trying. */
export interface KeyPool {
  /** As first written. */
  readonly name: string;
  /** The first is absence. */
  readonly values: readonly KeyValue[];
}

/** Collects the keys that statements mention, by name in lower case. */
export function keyPools(
  statements: readonly Placed[],
  unless: readonly Condition[],
  known: KnownValues,
): ReadonlyMap<string, KeyPool> {
  const pools = new Map<string, { name: string; values: KeyValue[] }>();
  const add = (name: string, values: readonly KeyValue[]): void => {
    const key = name.toLowerCase();
    if (FOLLOWING.has(key)) return;
    const pool = pools.get(key) ?? { name, values: [undefined] };
    pools.set(key, { ...pool, values: distinct([...pool.values, ...values]).slice(0, MOST_VALUES) });
  };
  const conditions = [...unless, ...statements.flatMap(({ statement }) => statement.conditions)];
  const texts = [
    ...statements.flatMap(({ statement }) => statement.resource?.values ?? []),
    ...conditions.flatMap(({ values }) => values),
  ];
  for (const condition of conditions) add(condition.key, valueVariants(condition, known));
  for (const key of texts.flatMap(variablesOf)) add(key, [fillVariables(`\${${key}}`, known), 'b']);
  return pools;
}

/** Of the values of a key, those under which a statement's conditions on it hold; all where none does. */
export function fittingValues(placed: Placed, pool: KeyPool, known: KnownValues): readonly KeyValue[] {
  const key = pool.name.toLowerCase();
  const conditions = placed.statement.conditions.filter((condition) => condition.key.toLowerCase() === key);
  const variables = conditions.flatMap(({ values }) => values).flatMap(variablesOf);
  const others = variables.map((name) => [name, fillVariables(`\${${name}}`, known)] as const);
  const { decide } = compile({ identity: [onlyConditions(placed, conditions)] });
  const fitting = pool.values.filter((value) => {
    const context = { ...Object.fromEntries(others), ...(value !== undefined && { [pool.name]: value }) };
    return decide({ ...ANY_REQUEST, context }) === 'Allow';
  });
  return fitting.length > 0 ? fitting : pool.values;
}

const ANY_REQUEST: Request = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 'example:Example',
  resource: '*',
};

function onlyConditions({ policy, statement }: Placed, conditions: readonly Condition[]): Policy {
  const everything = { negated: false, values: ['*'] };
  return {
    ...policy,
    statements: [
      {
        ...statement,
        effect: 'Allow',
        principal: undefined,
        action: everything,
        resource: everything,
        conditions,
      },
    ],
  };
}

function distinct(values: readonly KeyValue[]): readonly KeyValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
