// oxlint-disable typescript/no-unsafe-type-assertion -- types here say more than code can prove; tests do
import { PolicyError } from './policyError.ts';
import type {
  AnyKeys,
  ArnKeys,
  BoolKeys,
  DateKeys,
  IpAddressKeys,
  KeysNotIn,
  MultivaluedOf,
  NumericKeys,
  StringKeys,
  Suggested,
  SuggestedItem,
} from './registry.ts';

/** One condition: an operator, a key and the values of which one must match. */
export interface Condition<out Operator extends string, out Key extends string> {
  readonly operator: Operator;
  readonly key: Key;
  readonly values: readonly string[];
}

type OneOrMore<Value> = Value | readonly Value[];

/** A key itself if one of the lists has it, or else what is wrong with it, as `CheckedKey<…>['key']`. */
interface CheckedKey<Key extends string, List, Problem extends string> {
  readonly key: NoInfer<KeysNotIn<Key, List>> extends never
    ? Key
    : NoInfer<Key extends Suggested<infer Known> ? Known : `${Problem} ${KeysNotIn<Key, List>}`>;
}

/** Compares a key from some lists with values. */
export interface Operator<Name extends string, List, Value> {
  <Key extends string = SuggestedItem<List>>(
    key: CheckedKey<Key, List, `${Name} does not compare`>['key'],
    values: Value,
  ): Condition<Name, Key>;
}
type StringOperator<Name extends string> = Operator<Name, StringKeys, OneOrMore<string>>;
type NumericOperator<Name extends string> = Operator<Name, NumericKeys, OneOrMore<number>>;
type DateOperator<Name extends string> = Operator<Name, DateKeys, OneOrMore<Date | string>>;
type IpAddressOperator<Name extends string> = Operator<Name, IpAddressKeys, OneOrMore<string>>;
type ArnOperator<Name extends string> = Operator<Name, ArnKeys, OneOrMore<string>>;

// The types of what it makes are those of the constants below.
function operator(name: string): never {
  return ((key: string, values: unknown) => condition(name, key, values)) as never;
}

function condition(operator: string, key: string, values: unknown): Condition<never, never> {
  const texts: string[] = [];
  const add = (value: unknown): void => {
    if ((value instanceof Date || typeof value === 'number') && !Number.isFinite(Number(value))) {
      throw new PolicyError(
        'invalid-value',
        `${operator} on \`${key}\` cannot compare with ${String(value)}`,
      );
    }
    texts.push(value instanceof Date ? value.toISOString() : String(value));
  };
  if (Array.isArray(values)) values.forEach(add);
  else add(values);
  if (texts.length === 0) throw new PolicyError('no-values', `${operator} on \`${key}\` has no values`);
  return { operator, key, values: texts } as object as Condition<never, never>;
}

/** The value is one of the texts. */
export const stringEquals: StringOperator<'StringEquals'> = /* @__PURE__ */ operator('StringEquals');

/** The value is none of the texts, or the key is absent. */
export const stringNotEquals: StringOperator<'StringNotEquals'> = /* @__PURE__ */ operator('StringNotEquals');

/** The value is one of the texts, letter case aside. */
export const stringEqualsIgnoreCase: StringOperator<'StringEqualsIgnoreCase'> =
  /* @__PURE__ */ operator('StringEqualsIgnoreCase');

/** The value is none of the texts, letter case aside, or the key is absent. */
export const stringNotEqualsIgnoreCase: StringOperator<'StringNotEqualsIgnoreCase'> =
  /* @__PURE__ */ operator('StringNotEqualsIgnoreCase');

/** The value matches one of the patterns. */
export const stringLike: StringOperator<'StringLike'> = /* @__PURE__ */ operator('StringLike');

/** The value matches none of the patterns, or the key is absent. */
export const stringNotLike: StringOperator<'StringNotLike'> = /* @__PURE__ */ operator('StringNotLike');

/** The value is one of the numbers. */
export const numericEquals: NumericOperator<'NumericEquals'> = /* @__PURE__ */ operator('NumericEquals');

/** The value is none of the numbers, or the key is absent. */
export const numericNotEquals: NumericOperator<'NumericNotEquals'> =
  /* @__PURE__ */ operator('NumericNotEquals');

/** The value is less than one of the numbers. */
export const numericLessThan: NumericOperator<'NumericLessThan'> =
  /* @__PURE__ */ operator('NumericLessThan');

/** The value is at most one of the numbers. */
export const numericLessThanEquals: NumericOperator<'NumericLessThanEquals'> =
  /* @__PURE__ */ operator('NumericLessThanEquals');

/** The value is greater than one of the numbers. */
export const numericGreaterThan: NumericOperator<'NumericGreaterThan'> =
  /* @__PURE__ */ operator('NumericGreaterThan');

/** The value is at least one of the numbers. */
export const numericGreaterThanEquals: NumericOperator<'NumericGreaterThanEquals'> =
  /* @__PURE__ */ operator('NumericGreaterThanEquals');

/** The value is one of the instants. */
export const dateEquals: DateOperator<'DateEquals'> = /* @__PURE__ */ operator('DateEquals');

/** The value is none of the instants, or the key is absent. */
export const dateNotEquals: DateOperator<'DateNotEquals'> = /* @__PURE__ */ operator('DateNotEquals');

/** The value is before one of the instants. */
export const dateLessThan: DateOperator<'DateLessThan'> = /* @__PURE__ */ operator('DateLessThan');

/** The value is not after one of the instants. */
export const dateLessThanEquals: DateOperator<'DateLessThanEquals'> =
  /* @__PURE__ */ operator('DateLessThanEquals');

/** The value is after one of the instants. */
export const dateGreaterThan: DateOperator<'DateGreaterThan'> = /* @__PURE__ */ operator('DateGreaterThan');

/** The value is not before one of the instants. */
export const dateGreaterThanEquals: DateOperator<'DateGreaterThanEquals'> =
  /* @__PURE__ */ operator('DateGreaterThanEquals');

/** The value is this one. */
export const bool: Operator<'Bool', BoolKeys, boolean> = /* @__PURE__ */ operator('Bool');

/** The address lies in one of the CIDR ranges. */
export const ipAddress: IpAddressOperator<'IpAddress'> = /* @__PURE__ */ operator('IpAddress');

/** The address lies in none of the CIDR ranges, or the key is absent. */
export const notIpAddress: IpAddressOperator<'NotIpAddress'> = /* @__PURE__ */ operator('NotIpAddress');

/** The value matches one of the ARN patterns, part by part. */
export const arnEquals: ArnOperator<'ArnEquals'> = /* @__PURE__ */ operator('ArnEquals');

/** The value matches none of the ARN patterns, or the key is absent. */
export const arnNotEquals: ArnOperator<'ArnNotEquals'> = /* @__PURE__ */ operator('ArnNotEquals');

/** The value matches one of the ARN patterns, part by part. */
export const arnLike: ArnOperator<'ArnLike'> = /* @__PURE__ */ operator('ArnLike');

/** The value matches none of the ARN patterns, or the key is absent. */
export const arnNotLike: ArnOperator<'ArnNotLike'> = /* @__PURE__ */ operator('ArnNotLike');

/** The key is absent from the request, or present where `absent` is false. */
export const isNull: Operator<'Null', AnyKeys, boolean> = /* @__PURE__ */ operator('Null');

/** A condition itself unless something is wrong with it, or else that. */
type Unless<Problem, Given> = [NoInfer<Problem>] extends [never] ? Given : NoInfer<Problem>;

/** Lets a condition hold where its key is absent, too. */
export function ifExists<Operator extends string, Key extends string>(
  inner: Unless<
    `${Extract<Operator, 'Null' | `${string}IfExists`>} cannot be wrapped in ifExists`,
    Condition<Operator, Key>
  >,
): Condition<`${Operator}IfExists`, Key> {
  return wrap((operator) => `${operator}IfExists`, inner);
}

type Qualifiable<Operator extends string, Key extends string> = Unless<
  | `${Extract<Operator, 'Null' | `For${string}`>} cannot be wrapped in a set operator`
  | `${Exclude<Key, MultivaluedOf<Key>>} has a single value, which needs no set operator`,
  Condition<Operator, Key>
>;

/** Lets a condition hold where one of the request's values satisfies it. */
export function forAnyValue<Operator extends string, Key extends string>(
  inner: Qualifiable<Operator, Key>,
): Condition<`ForAnyValue:${Operator}`, Key> {
  return wrap((operator) => `ForAnyValue:${operator}`, inner);
}

/** Lets a condition hold where each of the request's values satisfies it, as when there are none. */
export function forAllValues<Operator extends string, Key extends string>(
  inner: Qualifiable<Operator, Key>,
): Condition<`ForAllValues:${Operator}`, Key> {
  return wrap((operator) => `ForAllValues:${operator}`, inner);
}

function wrap(rename: (operator: string) => string, inner: unknown): never {
  const condition = inner as Condition<string, string>;
  return { ...condition, operator: rename(condition.operator) } as never;
}
