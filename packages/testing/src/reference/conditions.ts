import type { Condition } from '@policywright/policy';
import { readKey, type KeyReading } from './contextKey.ts';
import { compareValues, isNegated } from './operators/compareValues.ts';
import { readBool } from './operators/readBool.ts';
import { all, any, truth, type Truth } from './truth.ts';
import type { ExpansionScope } from './variables.ts';

/** S70 and S72: every condition of a statement must hold. */
export function conditionsHold(conditions: readonly Condition[], scope: ExpansionScope): Truth {
  return all(conditions.map((condition) => conditionHolds(condition, scope)));
}

function conditionHolds(condition: Condition, scope: ExpansionScope): Truth {
  const { name, qualifier } = condition.operator;
  if (name === 'Null' && qualifier !== undefined) return truth(qualifier === 'ForAllValues'); // S82
  const reading = readKey(scope.context, condition.key);
  if (reading.kind === 'ambiguous') return 'undecided'; // S74
  if (name === 'Null') return nullHolds(condition, reading, scope);
  switch (qualifier) {
    case undefined:
      return withoutQualifier(condition, reading, scope);
    case 'ForAllValues':
      return forAllValues(condition, reading, scope);
    case 'ForAnyValue':
      return forAnyValue(condition, reading, scope);
  }
}

/** S79 to S82: several values are alternatives; nothing but empty texts may or may not count as absent (S81). */
function nullHolds({ values }: Condition, reading: KeyReading, { readings }: ExpansionScope): Truth {
  const found = valuesOf(reading);
  if (found.length === 0) return saysNull(values, true);
  if (found.some((value) => value !== '')) return saysNull(values, false);
  const { emptyStringIsNull = 'undecided' } = readings ?? {};
  if (emptyStringIsNull !== 'undecided') return saysNull(values, emptyStringIsNull === 'true');
  const [asAbsent, asPresent] = [saysNull(values, true), saysNull(values, false)];
  return asAbsent === asPresent ? asAbsent : 'undecided';
}

function saysNull(values: readonly string[], isNull: boolean): Truth {
  if (values.length === 0) return 'undecided'; // S20
  return any(
    values.map((value) => {
      const wanted = readBool(value);
      return wanted === undefined ? 'undecided' : truth(wanted === isNull);
    }),
  );
}

/** S76 to S78, and S87: a multivalued key needs a qualifier, unless it has no values and so is null (S80). */
function withoutQualifier(condition: Condition, reading: KeyReading, scope: ExpansionScope): Truth {
  if (reading.kind === 'multi' && reading.values.length > 0) {
    switch (scope.readings?.multivaluedWithoutSetOperator) {
      case 'never':
        return 'false';
      case 'ForAnyValue':
        return forAnyValue(condition, reading, scope);
      default:
        return 'undecided';
    }
  }
  if (reading.kind === 'single') return valueSatisfies(condition, reading.value, scope);
  if (condition.operator.ifExists || isNegated(condition.operator.name)) return 'true';
  return condition.values.length === 0 ? 'undecided' : 'false'; // S20
}

/** S83: true of nothing, and of nothing but empty texts. */
function forAllValues(condition: Condition, reading: KeyReading, scope: ExpansionScope): Truth {
  const values = valuesOf(reading);
  if (values.every((value) => value === '')) return 'true';
  return all(values.map((value) => valueSatisfies(condition, value, scope)));
}

/** S84: false of nothing; S88: with `IfExists`, which is true of nothing, who knows. */
function forAnyValue(condition: Condition, reading: KeyReading, scope: ExpansionScope): Truth {
  const values = valuesOf(reading);
  if (values.length === 0 && condition.operator.ifExists)
    return scope.readings?.forAnyValueIfExistsWhenAbsent ?? 'undecided';
  return any(values.map((value) => valueSatisfies(condition, value, scope)));
}

/** S71 and S85: one value of the request against the list: any of it, or for negated operators all of it. */
function valueSatisfies(condition: Condition, request: string, scope: ExpansionScope): Truth {
  const { name } = condition.operator;
  if (condition.values.length === 0) return comparedWithNothing(condition);
  const outcomes = condition.values.map((policy) => compareValues(name, { request, policy }, scope));
  return isNegated(name) ? all(outcomes) : any(outcomes);
}

/** S20: an empty list matches no value under `IfExists` and set qualifiers; for the rest AWS contradicts itself. */
function comparedWithNothing({ operator: { name, qualifier, ifExists } }: Condition): Truth {
  return !isNegated(name) && (ifExists || qualifier !== undefined) ? 'false' : 'undecided';
}

/** S86: a single value counts as a list of one. */
function valuesOf(reading: KeyReading): readonly string[] {
  if (reading.kind === 'multi') return reading.values;
  return reading.kind === 'single' ? [reading.value] : [];
}
