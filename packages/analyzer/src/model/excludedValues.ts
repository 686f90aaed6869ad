import { compileConditions, type KeyTable } from '@policywright/conditions';
import { describeConditions, type ConditionDescription } from '@policywright/conditions/engine';
import type { Condition, OperatorName } from '@policywright/policy';

/** Conditions by key, in lower case; where one holds, no request has the value. */
export type ExcludedValues = ReadonlyMap<string, readonly ConditionDescription[]>;

/** The operators of which there is one that says the opposite. */
const POSITIVE: ReadonlySet<string> = new Set([
  'ArnEquals',
  'ArnLike',
  'Bool',
  'IpAddress',
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
]);

/**
 * The condition that holds where a key has one of some values, as an operator compares them.
 *
 * @param condition - whose operator and key.
 * @param values - those of its values that are meant.
 * @returns `undefined` where the operator does not compare texts or addresses.
 */
export function whereOneOf(condition: Condition, values: readonly string[]): Condition | undefined {
  // INVARIANT: each negated operator has a positive one of the same name.
  const name = condition.operator.name.replace('Not', '') as OperatorName;
  if (values.length === 0 || !POSITIVE.has(name)) return undefined;
  const operator = { text: `ForAnyValue:${name}`, name, qualifier: 'ForAnyValue' as const, ifExists: false };
  return { ...condition, operator, values };
}

/**
 * Reads conditions that say which values keys do not have.
 *
 * @param conditions - each holds where a value is excluded.
 * @param keys - the table of the question.
 */
export function excludedValues(conditions: readonly Condition[], keys: KeyTable): ExcludedValues {
  const excluded = new Map<string, ConditionDescription[]>();
  const known = new Set<string>();
  for (const condition of conditions) {
    const key = condition.key.toLowerCase();
    const text = JSON.stringify([condition.operator.text, key, condition.values]);
    if (known.has(text)) continue;
    known.add(text);
    const described = describeConditions(compileConditions([condition], { keys, variables: false }));
    excluded.set(key, [...(excluded.get(key) ?? []), ...described]);
  }
  return excluded;
}

/** Whether a context has no value that is excluded, some keys aside. */
export function isAdmitted(
  context: Readonly<Record<string, unknown>>,
  excluded: ExcludedValues,
  aside: ReadonlySet<string> = new Set(),
): boolean {
  return Object.entries(context).every(([name, value]) => {
    const key = name.toLowerCase();
    if (aside.has(key)) return true;
    const values = Array.isArray(value) ? value.map(String) : String(value);
    return (excluded.get(key) ?? []).every((condition) => condition.truthOf(values) === 0);
  });
}
