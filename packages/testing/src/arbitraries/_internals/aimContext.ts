import type { Condition, Statement } from '@policywright/policy';
import type { ContextDocument, OneOrMany } from '@policywright/scenario';
import { REQUEST_VALUES } from './alphabet.ts';
import { fillPattern, type Bindings } from './fillPattern.ts';
import type { Picker } from './picker.ts';
import { valueKind } from './valueKind.ts';

type Value = OneOrMany<string>;

/** A context that satisfies, or nearly, the conditions of a statement and holds what its variables were bound to. */
export function aimContext(
  statement: Statement | undefined,
  picker: Picker,
  bindings: Bindings,
): ContextDocument {
  const values = new Map<string, Value>();
  for (const condition of statement?.conditions ?? []) {
    const key = condition.key.toLowerCase();
    const value = bindings.values.get(key) ?? aimValue(condition, picker, bindings);
    if (value !== undefined && !values.has(key)) values.set(key, value);
  }
  for (const [key, value] of bindings.values) if (!values.has(key)) values.set(key, value);
  return Object.fromEntries(values);
}

/** `undefined` leaves the key out. */
function aimValue(condition: Condition, picker: Picker, bindings: Bindings): Value | undefined {
  const { name, qualifier } = condition.operator;
  if (name === 'Null' && condition.values[0]?.toLowerCase() === 'true') return undefined;
  const value = aimScalar(condition, picker, bindings);
  const shape = picker.number() % 16;
  // Nothing at all, and several values without a set qualifier, come out in ways of their own (S80, S83, S84, S87).
  if (shape === 15 || (shape > 12 && qualifier !== undefined)) return [];
  if (qualifier === undefined) return shape === 14 ? [value, aimScalar(condition, picker, bindings)] : value;
  if (shape % 4 === 0) return value;
  const another = picker.number() % 3 === 0 ? [] : [aimScalar(condition, picker, bindings)];
  return [value, ...another];
}

function aimScalar(condition: Condition, picker: Picker, bindings: Bindings): string {
  const { name } = condition.operator;
  const kind = valueKind(name);
  // A value that the operator cannot read says more beside one of a request that it can.
  const inFour = kind === 'string' || kind === 'arn' ? 3 : 2;
  const fromPolicy = !name.includes('Not') && kind !== 'null' && picker.number() % 4 < inFour;
  const policyValue = picker.of(condition.values, '');
  if (!fromPolicy || condition.values.length === 0) return picker.of(REQUEST_VALUES[kind], '');
  if (kind === 'string' || kind === 'arn') return fillPattern(policyValue, picker, bindings);
  return kind === 'ip' ? (policyValue.split('/')[0] ?? '') : policyValue;
}
