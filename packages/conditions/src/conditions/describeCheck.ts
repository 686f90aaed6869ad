import { ContextReader } from '../context/contextReader.ts';
import { KeyTable } from '../context/keyTable.ts';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import type { ValueDescription } from '../operators/valueDescription.ts';
import type { Truth } from '../truth.ts';
import type { Variable } from '../variables/variable.ts';
import type { CheckKind } from './checkKind.ts';
import type { ConditionCheck } from './conditionCheck.ts';

/** The values of a key in a request: one text, several, or `undefined` where the key is absent. */
export type KeyValues = string | readonly string[] | undefined;

/** What one condition compares, taken from what evaluates it. */
export interface ConditionDescription {
  /** The key as written, and its slot. */
  readonly key: string;
  readonly slot: number;
  readonly kind: CheckKind;
  /** The truth for one value that does not match, that matches, and of which nothing can be told: negation is in it. */
  readonly truths: readonly [differs: Truth, matches: Truth, open: Truth];
  /** The truth when the key is absent or has no values: `IfExists` is in it (S76 to S80, S83, S84, S88). */
  readonly absent: Truth;
  /** What several values are without a set qualifier (S87). */
  readonly multivalued: ResolvedOptions['multivaluedWithoutSetOperator'];
  /** What one value is compared with. Of kind `unknown-operator` and `qualified-null` nothing is. */
  readonly values: ValueDescription;
  /** The policy variables within the values. */
  readonly variables: readonly Variable[];
  /**
   * Evaluates the condition.
   *
   * @param values - the values of its key.
   * @param reader - gives policy variables their values; left out, the keys of the variables are absent.
   * @returns whether it holds.
   */
  truthOf(values: KeyValues, reader?: ContextReader): Truth;
  /**
   * Evaluates the condition without its set qualifier.
   *
   * @param value - one value, which counts for what it is, also if it is empty.
   * @param reader - as above.
   * @returns whether it holds for this value.
   */
  truthOfOne(value: string, reader?: ContextReader): Truth;
}

const NOTHING = new ContextReader(new KeyTable());

/**
 * Describes a check.
 *
 * @param check - the check.
 * @returns what it compares.
 */
export function describeCheck(check: ConditionCheck): ConditionDescription {
  const { condition, slot, kind, truths, absent, multivalued, values } = check.parts;
  return {
    key: condition.key,
    slot,
    kind,
    truths,
    absent,
    multivalued,
    values: values.describe(),
    variables: values.variables,
    truthOf: (given, reader = NOTHING) => check.truthOf(given, reader),
    truthOfOne: (value, reader = NOTHING) => check.one(value, reader),
  };
}
