import type { Condition } from '@policywright/policy';
import type { OpenTruth } from '../options/conditionOptions.ts';
import { compileOperator, isComparison, isNegated } from '../operators/compileOperator.ts';
import type { ComparisonName, OperatorOptions } from '../operators/compileOperator.ts';
import { readBool } from '../operators/boolTest.ts';
import { textTest } from '../operators/anyOf.ts';
import { MALFORMED, matchesNothing } from '../operators/valueTest.ts';
import type { ValueTest } from '../operators/valueTest.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Truth } from '../truth.ts';
import { ConditionCheck } from './conditionCheck.ts';
import type { CheckParts } from './conditionCheck.ts';
import { truthWhenUnknown } from './truthWhenUnknown.ts';

/**
 * Compiles one condition.
 *
 * @param condition - The condition; one whose operator the language does not have is undecided (S23).
 * @param options - What it is compiled with.
 * @returns The check.
 */
export function compileCheck(condition: Condition, options: OperatorOptions): ConditionCheck {
  const { name, qualifier, ifExists } = condition.operator;
  if (isComparison(name)) return new ConditionCheck(comparison(condition, name, options));
  if (name === 'Null' && qualifier === undefined && !ifExists) {
    return new ConditionCheck(nullCheck(condition, options));
  }
  return new ConditionCheck(unknownOperator(condition, options));
}

function comparison(condition: Condition, name: ComparisonName, options: OperatorOptions): CheckParts {
  const negated = isNegated(name);
  const malformed = negated ? malformedNegated(name, options) : FALSE;
  // Before the variables, so that the table has the key in the condition's own spelling.
  const slot = options.keys.slot(condition.key);
  const compiled = compileOperator(name, condition.values, options);
  const parts: Omit<CheckParts, 'unknown'> = {
    condition,
    kind: condition.operator.qualifier ?? 'single',
    slot,
    values: negated && compiled.malformed > 0 ? withMalformed(compiled, malformed) : compiled,
    truths: negated ? [TRUE, FALSE, UNDECIDED, malformed] : [FALSE, TRUE, UNDECIDED, malformed],
    absent: absentTruth(condition, negated, options),
    multivalued: options.options.multivaluedWithoutSetOperator,
  };
  return { ...parts, unknown: truthWhenUnknown(parts, negated) };
}

/** The truth of a condition whose key is absent: S76 to S78, S83, S84, S88. */
function absentTruth(condition: Condition, negated: boolean, { options }: OperatorOptions): Truth {
  const { qualifier, ifExists } = condition.operator;
  if (qualifier === 'ForAllValues') return TRUE;
  if (qualifier === 'ForAnyValue') {
    return ifExists && options.forAnyValueIfExistsWhenAbsent ? TRUE : FALSE;
  }
  return negated || ifExists ? TRUE : FALSE;
}

/** The truth of a negated operator when something is malformed. */
function malformedNegated(name: ComparisonName, { options }: OperatorOptions): Truth {
  if (name === 'NotIpAddress') return truthOf(options.malformedNotIpAddress);
  if (name === 'NumericNotEquals' || name === 'DateNotEquals') return truthOf(options.malformedNotEquals);
  return TRUE;
}

function truthOf(open: OpenTruth): Truth {
  return open === 'undecided' ? UNDECIDED : open === 'true' ? TRUE : FALSE;
}

/**
 * A negated operator compares with each value and needs all to differ. Where a comparison with a malformed value
 * is true, that value does not count; where it is false or undecided, so is the whole, unless it is false anyway.
 */
function withMalformed(values: ValueTest, malformed: Truth): ValueTest {
  if (malformed === TRUE) return values;
  if (malformed === FALSE) return { ...values, test: () => MALFORMED, cost: 1, spoiled: true };
  const { test } = values;
  return {
    ...values,
    test: (text, reader) => (test(text, reader) === TRUE ? TRUE : UNDECIDED),
    spoiled: true,
  };
}

function nullCheck(condition: Condition, options: OperatorOptions): CheckParts {
  const bools = condition.values.map(readBool);
  const absent = bools.includes(true) ? TRUE : FALSE;
  const present = bools.includes(false) ? TRUE : FALSE;
  const emptyIsNull = options.options.emptyStringIsNull;
  return {
    condition,
    kind: 'Null',
    slot: options.keys.slot(condition.key),
    values: textTest({
      test: emptyIsNull ? (text) => (text === '' ? FALSE : TRUE) : () => TRUE,
      cost: 1,
      malformed: bools.filter((bool) => bool === undefined).length,
    }),
    // The test tells whether the key is present.
    truths: [absent, present, UNDECIDED, UNDECIDED],
    absent,
    unknown: absent === present ? absent : UNDECIDED,
    multivalued: options.options.multivaluedWithoutSetOperator,
  };
}

function unknownOperator(condition: Condition, options: OperatorOptions): CheckParts {
  return {
    condition,
    kind: 'unknown-operator',
    slot: options.keys.slot(condition.key),
    values: textTest({ test: matchesNothing, cost: 0 }),
    truths: [UNDECIDED, UNDECIDED, UNDECIDED, UNDECIDED],
    absent: UNDECIDED,
    unknown: UNDECIDED,
    multivalued: options.options.multivaluedWithoutSetOperator,
  };
}
