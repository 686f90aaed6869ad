import { OPERATOR_NAMES, type OperatorName } from '@policywright/policy';
import type { ConditionDocument, OneOrMany } from '@policywright/scenario';
import * as fc from 'fast-check';
import { KEYS, POLICY_VALUES } from './_internals/alphabet.ts';
import { valueKind } from './_internals/valueKind.ts';

/**
 * `Condition` elements: every operator, with set qualifiers and `IfExists`, over a few context keys.
 *
 * @returns an arbitrary that shrinks to fewer operators, keys and values.
 */
export function conditionBlock(): fc.Arbitrary<ConditionDocument> {
  return fc
    .array(condition(), { minLength: 1, maxLength: 2 })
    .map((conditions) => Object.fromEntries(conditions.map(({ operator, keys }) => [operator, keys])));
}

interface OperatorEntry {
  readonly operator: string;
  readonly keys: Readonly<Record<string, OneOrMany<string>>>;
}

/** Operators without others of their family, which would be rare among all. */
const LONE_OPERATORS = ['Bool', 'BinaryEquals', 'Null', 'IpAddress'] as const;

function condition(): fc.Arbitrary<OperatorEntry> {
  // String operators come first, since they matter most and are what shrinking should end at.
  return fc
    .oneof(
      { arbitrary: fc.constantFrom(...OPERATOR_NAMES.slice(0, 6)), weight: 2 },
      { arbitrary: fc.constantFrom(...OPERATOR_NAMES), weight: 3 },
      { arbitrary: fc.constantFrom(...LONE_OPERATORS), weight: 1 },
    )
    .chain(conditionWith);
}

function conditionWith(name: OperatorName): fc.Arbitrary<OperatorEntry> {
  const kind = valueKind(name);
  const key = fc.constantFrom(...KEYS[kind]);
  const value = fc.constantFrom(...POLICY_VALUES[kind]);
  const keys = fc
    .array(fc.tuple(key, oneOrMany(value)), { minLength: 1, maxLength: 2 })
    .map((entries) => Object.fromEntries(entries));
  return fc.tuple(operatorText(name), keys).map(([operator, entries]) => ({ operator, keys: entries }));
}

function operatorText(name: OperatorName): fc.Arbitrary<string> {
  const qualifier = fc.oneof(
    { arbitrary: fc.constant(''), weight: 3 },
    { arbitrary: fc.constantFrom('ForAllValues:', 'ForAnyValue:'), weight: 2 },
  );
  const suffix = fc.oneof(
    { arbitrary: fc.constant(''), weight: 3 },
    // S82: the language has no `NullIfExists`.
    { arbitrary: fc.constant(name === 'Null' ? '' : 'IfExists'), weight: 1 },
  );
  const lowerCase = fc.oneof(
    { arbitrary: fc.constant(false), weight: 9 },
    { arbitrary: fc.constant(true), weight: 1 },
  );
  return fc.tuple(qualifier, suffix, lowerCase).map(([before, after, lower]) => {
    const text = `${before}${name}${after}`;
    return lower ? text.toLowerCase() : text;
  });
}

/** A lone value, or a list of one or two, now and then of none (rule S20). */
export function oneOrMany<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<OneOrMany<Value>> {
  return fc.oneof(
    { arbitrary: value, weight: 5 },
    { arbitrary: fc.array(value, { minLength: 1, maxLength: 2 }), weight: 4 },
    { arbitrary: fc.constant([]), weight: 1 },
  );
}
