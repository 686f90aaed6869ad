import type { OperatorName } from '@policywright/policy';
import type { KeyTable } from '../context/keyTable.ts';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import { dateReadings } from '../values/dateReading.ts';
import { arnLike } from './arnLike.ts';
import { binaryTest } from './binaryTest.ts';
import { boolTest } from './boolTest.ts';
import { dateTest } from './dateTest.ts';
import { ipAddressTest } from './ipAddressTest.ts';
import { numericTest } from './numericTest.ts';
import { EQUAL, GREATER, LESS } from './order.ts';
import { stringEquals } from './stringEquals.ts';
import { stringLike } from './stringLike.ts';
import type { ValueTest } from './valueTest.ts';

/** What the values of a condition are compiled with. */
export interface OperatorOptions {
  readonly keys: KeyTable;
  readonly variables: boolean;
  readonly options: ResolvedOptions;
}

/** The operators that compare values: all but `Null`. */
export type ComparisonName = Exclude<OperatorName, 'Null'>;

type Compile = (values: readonly string[], options: OperatorOptions) => ValueTest;

const equals: Compile = (values, options) => stringEquals(values, { ...options, ignoreCase: false });
const equalsIgnoringCase: Compile = (values, options) =>
  stringEquals(values, { ...options, ignoreCase: true });
const like: Compile = (values, options) => stringLike(values, options);
const arn: Compile = (values, { keys, variables, options }) =>
  arnLike(values, { keys, variables, loneStarArn: options.loneStarArn });
const ip: Compile = (values) => ipAddressTest(values);
const numeric =
  (mask: number): Compile =>
  (values) =>
    numericTest(values, mask);
const date =
  (mask: number): Compile =>
  (values, { options }) =>
    dateTest(values, { mask, readings: dateReadings(options) });

/** The test behind each operator. A negated operator shares the test of its positive twin. */
const TESTS: Readonly<Record<ComparisonName, Compile>> = {
  StringEquals: equals,
  StringNotEquals: equals,
  StringEqualsIgnoreCase: equalsIgnoringCase,
  StringNotEqualsIgnoreCase: equalsIgnoringCase,
  StringLike: like,
  StringNotLike: like,
  NumericEquals: numeric(EQUAL),
  NumericNotEquals: numeric(EQUAL),
  NumericLessThan: numeric(LESS),
  NumericLessThanEquals: numeric(LESS | EQUAL),
  NumericGreaterThan: numeric(GREATER),
  NumericGreaterThanEquals: numeric(GREATER | EQUAL),
  DateEquals: date(EQUAL),
  DateNotEquals: date(EQUAL),
  DateLessThan: date(LESS),
  DateLessThanEquals: date(LESS | EQUAL),
  DateGreaterThan: date(GREATER),
  DateGreaterThanEquals: date(GREATER | EQUAL),
  Bool: (values, { keys, variables, options }) =>
    boolTest(values, { keys, variables: variables && options.boolVariables === 'true' }),
  BinaryEquals: (values) => binaryTest(values),
  IpAddress: ip,
  NotIpAddress: ip,
  ArnEquals: arn,
  ArnNotEquals: arn,
  ArnLike: arn,
  ArnNotLike: arn,
};

const NEGATED: ReadonlySet<ComparisonName> = new Set([
  'StringNotEquals',
  'StringNotEqualsIgnoreCase',
  'StringNotLike',
  'NumericNotEquals',
  'DateNotEquals',
  'NotIpAddress',
  'ArnNotEquals',
  'ArnNotLike',
]);

/**
 * @param name - any text: hand-built conditions may name operators that do not exist (S23).
 * @returns whether it is an operator that compares values.
 */
export function isComparison(name: string): name is ComparisonName {
  return Object.hasOwn(TESTS, name);
}

/**
 * @param name - an operator.
 * @returns whether it is negated: it holds when no value matches, and when the key is absent (S71, S77).
 */
export function isNegated(name: ComparisonName): boolean {
  return NEGATED.has(name);
}

/**
 * Compiles the values of a condition.
 *
 * @param name - the operator.
 * @param values - the values as written; at least one.
 * @param options - what they are compiled with.
 * @returns the test, not yet negated.
 */
export function compileOperator(
  name: ComparisonName,
  values: readonly string[],
  options: OperatorOptions,
): ValueTest {
  return TESTS[name](values, options);
}
