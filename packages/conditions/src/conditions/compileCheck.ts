import { tokenizeGlob } from '@policywright/arn';
import { patternOfTokens } from '@policywright/arn/engine';
import type { Condition } from '@policywright/policy';
import {
  compileOperator,
  isComparison,
  isNegated,
  type ComparisonName,
  type OperatorOptions,
} from '../operators/compileOperator.ts';
import { valueTest } from '../operators/anyOf.ts';
import { textDescription, type ValueDescription } from '../operators/valueDescription.ts';
import { comparesWithNothing, matchesNothing, type ValueTest } from '../operators/valueTest.ts';
import { FALSE, TRUE, UNDECIDED, type Truth, type TruthWord } from '../truth.ts';
import { readBoolean } from '../values/readBoolean.ts';
import type { CheckKind } from './checkKind.ts';
import { ConditionCheck, type CheckParts } from './conditionCheck.ts';
import { truthWhenUnknown } from './truthWhenUnknown.ts';

/**
 * Compiles one condition.
 *
 * @param condition - the condition; one whose operator the language does not have is undecided (S23).
 * @param options - what it is compiled with.
 * @returns the check.
 */
export function compileCheck(condition: Condition, options: OperatorOptions): ConditionCheck {
  const { name, qualifier, ifExists } = condition.operator;
  if (isComparison(name)) return new ConditionCheck(comparison(condition, name, options));
  if (name !== 'Null' || ifExists) {
    return new ConditionCheck(fixed(condition, options, { kind: 'unknown-operator', truth: UNDECIDED }));
  }
  if (qualifier === undefined) return new ConditionCheck(nullCheck(condition, options));
  // S82: always true of all values, never of any, whatever the request has and the policy lists.
  const truth = qualifier === 'ForAllValues' ? TRUE : FALSE;
  return new ConditionCheck(fixed(condition, options, { kind: 'qualified-null', truth }));
}

function comparison(condition: Condition, name: ComparisonName, options: OperatorOptions): CheckParts {
  const negated = isNegated(name);
  // Before the variables, so that the table has the key in the condition's own spelling.
  const slot = options.keys.slot(condition.key);
  const parts: Omit<CheckParts, 'unknown'> = {
    condition,
    kind: condition.operator.qualifier ?? 'single',
    slot,
    values:
      condition.values.length === 0
        ? withoutValues(condition, negated)
        : compileOperator(name, condition.values, options),
    truths: negated ? [TRUE, FALSE, UNDECIDED] : [FALSE, TRUE, UNDECIDED],
    absent: absentTruth(condition, negated, options),
    multivalued: options.options.multivaluedWithoutSetOperator,
  };
  return { ...parts, unknown: truthWhenUnknown(parts) };
}

/**
 * S20: of a positive operator with set qualifier or `IfExists` AWS says that an empty list matches no value; of the
 * others that it holds and yet allows nothing, and negated it would hold: that cannot be told.
 */
function withoutValues({ operator }: Condition, negated: boolean): ValueTest {
  const matchesNone = !negated && (operator.ifExists || operator.qualifier !== undefined);
  return valueTest({
    test: matchesNone ? matchesNothing : comparesWithNothing,
    cost: 0,
    describe: () => textDescription({ otherwise: matchesNone ? FALSE : UNDECIDED }),
  });
}

/** The truth of a condition whose key is absent: S20, S76 to S78, S83, S84, S88. */
function absentTruth(condition: Condition, negated: boolean, { options }: OperatorOptions): Truth {
  const { qualifier, ifExists } = condition.operator;
  if (qualifier === 'ForAllValues') return TRUE;
  if (qualifier === 'ForAnyValue') return ifExists ? truthOf(options.forAnyValueIfExistsWhenAbsent) : FALSE;
  if (negated || ifExists) return TRUE;
  return condition.values.length === 0 ? UNDECIDED : FALSE;
}

function truthOf(open: TruthWord): Truth {
  return open === 'undecided' ? UNDECIDED : open === 'true' ? TRUE : FALSE;
}

/** S79 to S82: the values are alternatives, of which one that is no boolean leaves the matter open, as do none. */
function nullCheck(condition: Condition, options: OperatorOptions): CheckParts {
  const bools = condition.values.map(readBoolean);
  const otherwise: Truth = bools.length === 0 || bools.includes(undefined) ? UNDECIDED : FALSE;
  const absent: Truth = bools.includes(true) ? TRUE : otherwise;
  const present: Truth = bools.includes(false) ? TRUE : otherwise;
  const common: Truth = absent === present ? absent : UNDECIDED;
  const empty = { undecided: common, true: absent, false: present }[options.options.emptyStringIsNull];
  return {
    condition,
    kind: 'Null',
    slot: options.keys.slot(condition.key),
    values: valueTest({
      test: (text) => (text === '' ? UNDECIDED : TRUE),
      cost: 1,
      describe: describeNotEmpty,
    }),
    truths: [absent, present, empty],
    absent,
    unknown: common,
    multivalued: options.options.multivaluedWithoutSetOperator,
  };
}

function describeNotEmpty(): ValueDescription {
  return textDescription({ matches: [patternOfTokens(tokenizeGlob('?*'))], otherwise: UNDECIDED });
}

/** A condition that no request changes. */
function fixed(
  condition: Condition,
  options: OperatorOptions,
  { kind, truth }: { readonly kind: CheckKind; readonly truth: Truth },
): CheckParts {
  return {
    condition,
    kind,
    slot: options.keys.slot(condition.key),
    values: valueTest({ test: matchesNothing, cost: 0, describe: () => textDescription({}) }),
    truths: [truth, truth, truth],
    absent: truth,
    unknown: truth,
    multivalued: options.options.multivaluedWithoutSetOperator,
  };
}
