// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import { PolicyError } from './policyError.ts';
import type {
  ArnKey,
  BoolKey,
  ConditionKey,
  DateKey,
  IpAddressKey,
  MultivaluedKey,
  NumericKey,
  StringKey,
} from './registry.ts';

/** One condition: an operator, a key and the values of which one must match. */
export interface Condition<Operator extends string, Key extends string> {
  readonly operator: Operator;
  readonly key: Key;
  readonly values: readonly string[];
}

type OneOrMore<Value> = Value | readonly Value[];

function condition(operator: string, key: string, values: unknown): Condition<never, never> {
  const texts: string[] = [];
  const add = (value: unknown): number =>
    texts.push(value instanceof Date ? value.toISOString() : String(value));
  if (Array.isArray(values)) values.forEach(add);
  else add(values);
  if (texts.length === 0) throw new PolicyError('no-values', `${operator} on \`${key}\` has no values`);
  return { operator, key, values: texts } as object as Condition<never, never>;
}

/** The value is one of the texts. */
export function stringEquals<Key extends StringKey | ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'StringEquals', Key> {
  return condition('StringEquals', key, values);
}

/** The value is none of the texts, or the key is absent. */
export function stringNotEquals<Key extends StringKey | ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'StringNotEquals', Key> {
  return condition('StringNotEquals', key, values);
}

/** The value is one of the texts, letter case aside. */
export function stringEqualsIgnoreCase<Key extends StringKey | ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'StringEqualsIgnoreCase', Key> {
  return condition('StringEqualsIgnoreCase', key, values);
}

/** The value is none of the texts, letter case aside, or the key is absent. */
export function stringNotEqualsIgnoreCase<Key extends StringKey | ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'StringNotEqualsIgnoreCase', Key> {
  return condition('StringNotEqualsIgnoreCase', key, values);
}

/** The value matches one of the patterns. */
export function stringLike<Key extends StringKey | ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'StringLike', Key> {
  return condition('StringLike', key, values);
}

/** The value matches none of the patterns, or the key is absent. */
export function stringNotLike<Key extends StringKey | ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'StringNotLike', Key> {
  return condition('StringNotLike', key, values);
}

/** The value is one of the numbers. */
export function numericEquals<Key extends NumericKey>(
  key: Key,
  values: OneOrMore<number>,
): Condition<'NumericEquals', Key> {
  return condition('NumericEquals', key, values);
}

/** The value is none of the numbers, or the key is absent. */
export function numericNotEquals<Key extends NumericKey>(
  key: Key,
  values: OneOrMore<number>,
): Condition<'NumericNotEquals', Key> {
  return condition('NumericNotEquals', key, values);
}

/** The value is less than one of the numbers. */
export function numericLessThan<Key extends NumericKey>(
  key: Key,
  values: OneOrMore<number>,
): Condition<'NumericLessThan', Key> {
  return condition('NumericLessThan', key, values);
}

/** The value is at most one of the numbers. */
export function numericLessThanEquals<Key extends NumericKey>(
  key: Key,
  values: OneOrMore<number>,
): Condition<'NumericLessThanEquals', Key> {
  return condition('NumericLessThanEquals', key, values);
}

/** The value is greater than one of the numbers. */
export function numericGreaterThan<Key extends NumericKey>(
  key: Key,
  values: OneOrMore<number>,
): Condition<'NumericGreaterThan', Key> {
  return condition('NumericGreaterThan', key, values);
}

/** The value is at least one of the numbers. */
export function numericGreaterThanEquals<Key extends NumericKey>(
  key: Key,
  values: OneOrMore<number>,
): Condition<'NumericGreaterThanEquals', Key> {
  return condition('NumericGreaterThanEquals', key, values);
}

/** The value is one of the instants. */
export function dateEquals<Key extends DateKey>(
  key: Key,
  values: OneOrMore<Date | string>,
): Condition<'DateEquals', Key> {
  return condition('DateEquals', key, values);
}

/** The value is none of the instants, or the key is absent. */
export function dateNotEquals<Key extends DateKey>(
  key: Key,
  values: OneOrMore<Date | string>,
): Condition<'DateNotEquals', Key> {
  return condition('DateNotEquals', key, values);
}

/** The value is before one of the instants. */
export function dateLessThan<Key extends DateKey>(
  key: Key,
  values: OneOrMore<Date | string>,
): Condition<'DateLessThan', Key> {
  return condition('DateLessThan', key, values);
}

/** The value is not after one of the instants. */
export function dateLessThanEquals<Key extends DateKey>(
  key: Key,
  values: OneOrMore<Date | string>,
): Condition<'DateLessThanEquals', Key> {
  return condition('DateLessThanEquals', key, values);
}

/** The value is after one of the instants. */
export function dateGreaterThan<Key extends DateKey>(
  key: Key,
  values: OneOrMore<Date | string>,
): Condition<'DateGreaterThan', Key> {
  return condition('DateGreaterThan', key, values);
}

/** The value is not before one of the instants. */
export function dateGreaterThanEquals<Key extends DateKey>(
  key: Key,
  values: OneOrMore<Date | string>,
): Condition<'DateGreaterThanEquals', Key> {
  return condition('DateGreaterThanEquals', key, values);
}

/** The value is this one. */
export function bool<Key extends BoolKey>(key: Key, values: boolean): Condition<'Bool', Key> {
  return condition('Bool', key, values);
}

/** The address lies in one of the CIDR ranges. */
export function ipAddress<Key extends IpAddressKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'IpAddress', Key> {
  return condition('IpAddress', key, values);
}

/** The address lies in none of the CIDR ranges, or the key is absent. */
export function notIpAddress<Key extends IpAddressKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'NotIpAddress', Key> {
  return condition('NotIpAddress', key, values);
}

/** The value matches one of the ARN patterns, part by part. */
export function arnEquals<Key extends ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'ArnEquals', Key> {
  return condition('ArnEquals', key, values);
}

/** The value matches none of the ARN patterns, or the key is absent. */
export function arnNotEquals<Key extends ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'ArnNotEquals', Key> {
  return condition('ArnNotEquals', key, values);
}

/** The value matches one of the ARN patterns, part by part. */
export function arnLike<Key extends ArnKey>(key: Key, values: OneOrMore<string>): Condition<'ArnLike', Key> {
  return condition('ArnLike', key, values);
}

/** The value matches none of the ARN patterns, or the key is absent. */
export function arnNotLike<Key extends ArnKey>(
  key: Key,
  values: OneOrMore<string>,
): Condition<'ArnNotLike', Key> {
  return condition('ArnNotLike', key, values);
}

/** The key is absent from the request, or present where `absent` is false. */
export function isNull<Key extends ConditionKey>(key: Key, absent: boolean): Condition<'Null', Key> {
  return condition('Null', key, absent);
}

/** Lets a condition hold where its key is absent, too. */
export function ifExists<Operator extends string, Key extends string>(
  inner: Condition<Operator, Key> & (Operator extends 'Null' | `${string}IfExists` ? never : unknown),
): Condition<`${Operator}IfExists`, Key> {
  return { ...inner, operator: `${inner.operator}IfExists` };
}

/** Lets a condition hold where one of the request's values satisfies it. */
export function forAnyValue<Operator extends string, Key extends MultivaluedKey>(
  inner: Condition<Operator, Key> & (Operator extends 'Null' | `For${string}` ? never : unknown),
): Condition<`ForAnyValue:${Operator}`, Key> {
  return { ...inner, operator: `ForAnyValue:${inner.operator}` };
}

/** Lets a condition hold where each of the request's values satisfies it, as when there are none. */
export function forAllValues<Operator extends string, Key extends MultivaluedKey>(
  inner: Condition<Operator, Key> & (Operator extends 'Null' | `For${string}` ? never : unknown),
): Condition<`ForAllValues:${Operator}`, Key> {
  return { ...inner, operator: `ForAllValues:${inner.operator}` };
}
