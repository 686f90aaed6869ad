import { AMBIGUOUS, UNKNOWN, type ContextReading } from '../context/contextReading.ts';
import type { ContextReader } from '../context/contextReader.ts';
import {
  AMBIGUOUS_DATE,
  LONE_STAR,
  MALFORMED_POLICY,
  MALFORMED_REQUEST,
  NO_VALUES,
} from '../operators/valueTest.ts';
import { FALSE, TRUE, truthWord, UNDECIDED, type Truth } from '../truth.ts';
import { resolveVariable } from '../variables/variable.ts';
import { hasOnlyEmpty, type ConditionCheck } from './conditionCheck.ts';
import type { ConditionOutcome, ConditionReason, VariableOutcome } from './conditionOutcome.ts';

/**
 * Evaluates a condition and says why.
 *
 * @param check - the condition.
 * @param reader - the request's context.
 * @returns result and reason.
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
    variables: variablesOf(check, reader),
    result: truthWord(result),
    reason: reasonOf(check, reader, { reading, result }),
    pointer: condition.pointer,
  };
}

interface Found {
  readonly reading: ContextReading;
  readonly result: Truth;
}

function reasonOf(check: ConditionCheck, reader: ContextReader, found: Found): ConditionReason {
  const { kind } = check.parts;
  if (kind === 'unknown-operator') return 'unknown-operator';
  if (kind === 'qualified-null') return 'null-with-set-qualifier';
  const { reading, result } = found;
  if (typeof reading === 'symbol') {
    return reading === UNKNOWN ? 'key-unknown' : reading === AMBIGUOUS ? 'key-ambiguous' : 'key-unreadable';
  }
  if (kind === 'Null') return reasonOfNull(check, found);
  const texts = typeof reading === 'string' ? [reading] : (reading ?? []);
  if (texts.length === 0) {
    if (result !== UNDECIDED) return reading === undefined ? 'key-absent' : 'empty-set';
    return kind === 'ForAnyValue' ? 'any-value-if-exists' : 'no-policy-values';
  }
  if (kind === 'ForAllValues' && hasOnlyEmpty(texts)) return 'empty-set';
  if (kind === 'single' && typeof reading === 'object' && check.parts.multivalued !== 'ForAnyValue') {
    return 'multivalued-without-set-operator';
  }
  // One value settles the result: for any value the first that holds, for all the first that does not.
  const deciding = texts.find((text) => check.one(text, reader) === result) ?? texts[0] ?? '';
  return reasonOfValue(check, reader, deciding);
}

/** What a condition on whether there is a key finds in the request, unless its own values are to blame. */
function reasonOfNull({ parts }: ConditionCheck, { reading, result }: Found): ConditionReason {
  const [absent, present] = parts.truths;
  const texts = typeof reading === 'string' ? [reading] : typeof reading === 'object' ? reading : undefined;
  const isOpen = texts !== undefined && texts.length > 0 && hasOnlyEmpty(texts) && absent !== present;
  if (result === UNDECIDED && isOpen) return 'empty-string';
  if (result === UNDECIDED)
    return parts.condition.values.length === 0 ? 'no-policy-values' : 'malformed-policy-value';
  if (texts === undefined) return 'key-absent';
  return texts.length === 0 || (isOpen && result === absent) ? 'empty-set' : 'key-present';
}

function reasonOfValue(check: ConditionCheck, reader: ContextReader, text: string): ConditionReason {
  const { condition, values } = check.parts;
  switch (values.test(text, reader)) {
    case TRUE:
      return 'value-matches';
    case UNDECIDED:
      return 'variable-undecided';
    case MALFORMED_REQUEST:
      return 'malformed-request-value';
    case MALFORMED_POLICY:
      return 'malformed-policy-value';
    case AMBIGUOUS_DATE:
      return 'ambiguous-date';
    case LONE_STAR:
      return 'lone-star-arn';
    case NO_VALUES:
      return 'no-policy-values';
    case FALSE:
      if (condition.values.length === 0) return 'no-policy-values';
      return hasUnresolved(check, reader) ? 'variable-unresolved' : 'value-differs';
  }
}

/** Each variable once, by the first of its defaults. */
function variablesOf(check: ConditionCheck, reader: ContextReader): VariableOutcome[] {
  const { variables } = check.parts.values;
  return variables
    .filter(({ key }, index) => variables.findIndex((other) => other.key === key) === index)
    .map((variable) => {
      const value = resolveVariable(variable, reader);
      return { key: variable.key, value: typeof value === 'string' ? value : undefined };
    });
}

function hasUnresolved(check: ConditionCheck, reader: ContextReader): boolean {
  return check.parts.values.variables.some((variable) => resolveVariable(variable, reader) === undefined);
}
