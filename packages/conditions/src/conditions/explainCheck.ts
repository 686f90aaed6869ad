import { AMBIGUOUS, UNKNOWN } from '../context/contextReading.ts';
import type { ContextReading } from '../context/contextReading.ts';
import type { ContextReader } from '../context/contextReader.ts';
import { MALFORMED } from '../operators/valueTest.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Truth } from '../truth.ts';
import { resolveVariable } from '../variables/variable.ts';
import type { ConditionCheck } from './conditionCheck.ts';
import type { ConditionOutcome, ConditionReason } from './conditionOutcome.ts';

/**
 * Evaluates a condition and says why.
 *
 * @param check - The condition.
 * @param reader - The request's context.
 * @returns Result and reason.
 */
export function explainCheck(check: ConditionCheck, reader: ContextReader): ConditionOutcome {
  const { condition, slot } = check.parts;
  const reading = reader.value(slot);
  const result = check.evaluate(reader);
  return {
    operator: condition.operator.text,
    key: condition.key,
    policyValues: condition.values,
    requestValues:
      typeof reading === 'string' ? [reading] : typeof reading === 'object' ? reading : undefined,
    result,
    reason: reasonOf(check, reader, { reading, result }),
    pointer: condition.pointer,
  };
}

interface Found {
  readonly reading: ContextReading;
  readonly result: Truth;
}

function reasonOf(check: ConditionCheck, reader: ContextReader, { reading, result }: Found): ConditionReason {
  const { kind } = check.parts;
  if (kind === 'unknown-operator') return 'unknown-operator';
  if (reading === undefined) return 'key-absent';
  if (typeof reading === 'symbol') {
    return reading === UNKNOWN ? 'key-unknown' : reading === AMBIGUOUS ? 'key-ambiguous' : 'key-unreadable';
  }
  const texts = typeof reading === 'string' ? [reading] : reading;
  if (texts.length === 0) return 'empty-set';
  if (kind === 'Null') {
    const isNull = typeof reading === 'string' && check.parts.values.test(reading, reader) === FALSE;
    return isNull ? 'empty-set' : 'key-present';
  }
  if (kind === 'ForAllValues' && texts.every((text) => text === '')) return 'empty-set';
  if (kind === 'single' && typeof reading === 'object' && check.parts.multivalued !== 'ForAnyValue') {
    return 'multivalued-without-set-operator';
  }
  // One value settles the result: for any value the first that holds, for all the first that does not.
  const deciding = texts.find((text) => check.one(text, reader) === result) ?? texts[0] ?? '';
  return reasonOfValue(check, reader, deciding);
}

function reasonOfValue(check: ConditionCheck, reader: ContextReader, text: string): ConditionReason {
  const { condition, values } = check.parts;
  switch (values.test(text, reader)) {
    case TRUE:
      return 'value-matches';
    case UNDECIDED:
      return values.spoiled ? 'malformed-policy-value' : 'variable-undecided';
    case MALFORMED:
      return values.spoiled ? 'malformed-policy-value' : 'malformed-request-value';
    case FALSE:
      if (condition.values.length === 0) return 'no-policy-values';
      if (values.malformed === condition.values.length) return 'malformed-policy-value';
      return hasUnresolved(check, reader) ? 'variable-unresolved' : 'value-differs';
  }
}

function hasUnresolved(check: ConditionCheck, reader: ContextReader): boolean {
  return check.parts.values.variables.some((variable) => resolveVariable(variable, reader) === undefined);
}
