import { compareDates, compareNumbers, readBoolean } from '@policywright/conditions/values';
import { keyDefinition } from '../../facts/keyDefinition.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { hasOneValue } from '../../data/looseKeys.ts';
import { globOf, globsOverlap } from '../../facts/globsOverlap.ts';
import { widenVariables } from '../../facts/variables.ts';

/**
 * Whether two conditions on one key, whose values are all known, surely never hold of the same request (S69, S76 to
 * S79). Where requests can have several values of the key, nothing is told but of its absence.
 */
export function neverTogether(a: ConditionFacts, b: ConditionFacts): boolean {
  if (a.isNullTest || b.isNullTest) return absentAndPresent(a, b) || absentAndPresent(b, a);
  // Both hold where the key is absent, or one does not look at it.
  if ((!a.needsKey && !b.needsKey) || !hasOne(a) || !hasOne(b)) return false;
  if (isRange(a) && isRange(b)) return isEmpty(a, b) || isEmpty(b, a);
  if (!TEXTS.has(a.family) || !TEXTS.has(b.family)) return false;
  if (a.negated !== b.negated) return a.negated ? excludes(a, b) : excludes(b, a);
  return !a.negated && !a.values.some((text) => b.values.some((other) => canEqual(text, other, [a, b])));
}

/** Each value is compared with each of the other condition. */
const MOST_VALUES = 200;
const TEXTS: ReadonlySet<string> = new Set(['String', 'Arn', 'Bool']);

function hasOne(facts: ConditionFacts): boolean {
  const { condition, key } = facts;
  const { length } = condition.values;
  if (condition.operator.qualifier !== undefined || length === 0 || length > MOST_VALUES) return false;
  return keyDefinition(facts)?.multivalued !== true || hasOneValue(key);
}

function absentAndPresent(absent: ConditionFacts, present: ConditionFacts): boolean {
  const isAbsent = absent.isNullTest && absent.values.every((value) => readBoolean(value) === true);
  return isAbsent && absent.values.length > 0 && present.needsKey;
}

function canEqual(a: string, b: string, facts: readonly ConditionFacts[]): boolean {
  const anyCase = facts.some(
    ({ family, condition }) => family === 'Bool' || isAnyCase(condition.operator.name),
  );
  const [left, right] = [a, b].map((text) => widenVariables(anyCase ? text.toLowerCase() : text));
  return globsOverlap(globOf(left ?? ''), globOf(right ?? ''));
}

function isAnyCase(operator: string): boolean {
  return operator.endsWith('IgnoreCase');
}

/** Whether a negated condition fails of each value that another asks for. */
function excludes(negated: ConditionFacts, asked: ConditionFacts): boolean {
  const { name } = negated.condition.operator;
  if (isAnyCase(asked.condition.operator.name) && !isAnyCase(name)) return false;
  const isPattern = name.endsWith('Like') || negated.family === 'Arn';
  const excluded = (value: string, text: string): boolean =>
    isPattern ? globOf(text).matcher.matches(value) : value === text;
  const inCase = (text: string): string => (isAnyCase(name) ? text.toLowerCase() : text);
  // A value that can stand for several is excluded where the same is written in the other condition.
  const isPlain = (value: string): boolean => !/[*?]|\$\{/.test(value);
  return asked.values.every((value) =>
    negated.values.some(
      (text) =>
        text === value || (isPlain(value) && !text.includes('${') && excluded(inCase(value), inCase(text))),
    ),
  );
}

function isRange({ family, condition }: ConditionFacts): boolean {
  return (family === 'Numeric' || family === 'Date') && /(?:Less|Greater)Than/.test(condition.operator.name);
}

/** Whether nothing is below the one and above the other: of several values, the widest counts. */
function isEmpty(upper: ConditionFacts, lower: ConditionFacts): boolean {
  const names = [upper, lower].map(({ condition }) => condition.operator.name);
  if (names[0]?.includes('Less') !== true || names[1]?.includes('Greater') !== true) return false;
  const [most, least] = [outermost(upper, 1), outermost(lower, -1)];
  const order = most === undefined || least === undefined ? undefined : comparisonOf(upper)(most, least);
  return order === -1 || (order === 0 && !names.every((name) => name.endsWith('Equals')));
}

/** The greatest value, or the least; `undefined` where they have no order for certain. */
function outermost(facts: ConditionFacts, wanted: 1 | -1): string | undefined {
  const compare = comparisonOf(facts);
  return facts.values.reduce<string | undefined>((best, value) => {
    const order = best === undefined ? undefined : compare(value, best);
    return order === undefined ? undefined : order === wanted ? value : best;
  }, facts.values[0]);
}

function comparisonOf({ family }: ConditionFacts): typeof compareNumbers {
  return family === 'Date' ? compareDates : compareNumbers;
}
