import { expect, test } from 'vitest';
import { parseConditionOperator } from '@policywright/policy';
import { conditionsHold } from './conditions.ts';
import type { Context } from './contextKey.ts';

function holds(operator: string, values: readonly string[], context: Context): string {
  const parsed = parseConditionOperator(operator);
  if (parsed === undefined) throw new Error(operator);
  const condition = { operator: parsed, key: 'k', values, pointer: '' };
  return conditionsHold([condition], { context, variables: true });
}

test.each([
  ['S76: absent key, positive operator', 'StringEquals', ['a'], {}, 'false'],
  ['S77: absent key, negated operator', 'StringNotEquals', ['a'], {}, 'true'],
  ['S77: absent key, NumericNotEquals', 'NumericNotEquals', ['1'], {}, 'true'],
  ['S78: absent key, IfExists', 'NumericLessThanIfExists', ['1'], {}, 'true'],
  ['S78: present key, IfExists', 'StringEqualsIfExists', ['a'], { k: 'b' }, 'false'],
  ['S71: negated operators are NOR', 'StringNotEquals', ['a', 'b'], { k: 'b' }, 'false'],
  ['S70: values are alternatives', 'StringEquals', ['a', 'b'], { k: 'b' }, 'true'],
  ['S20: empty list, positive', 'StringEquals', [], { k: 'b' }, 'undecided'],
  ['S20: empty list, absent key', 'StringEquals', [], {}, 'undecided'],
  ['S20: empty list, negated', 'StringNotEquals', [], { k: 'b' }, 'undecided'],
  ['S20: empty list, negated, absent key', 'StringNotEquals', [], {}, 'true'],
  ['S20: empty list, IfExists', 'StringEqualsIfExists', [], { k: 'b' }, 'false'],
  ['S20: empty list, negated, IfExists', 'StringNotEqualsIfExists', [], { k: 'b' }, 'undecided'],
  ['S20: empty list, all values', 'ForAllValues:StringEquals', [], { k: ['b'] }, 'false'],
  ['S20: empty list, any value', 'ForAnyValue:StringEquals', [], { k: ['b'] }, 'false'],
  ['S20: empty list, any value, negated', 'ForAnyValue:StringNotEquals', [], { k: ['b'] }, 'undecided'],
  ['S20: empty list, Null', 'Null', [], {}, 'undecided'],
  ['S73: key names compare without case', 'StringEquals', ['b'], { K: 'b' }, 'true'],
  ['S74: two spellings with two values', 'StringEquals', ['b'], { K: 'b', k: 'c' }, 'undecided'],
  ['S74: two spellings with one value', 'StringEquals', ['b'], { K: 'b', k: 'b' }, 'true'],
  ['S79: Null true of an absent key', 'Null', ['true'], {}, 'true'],
  ['S79: Null false of an absent key', 'Null', ['false'], {}, 'false'],
  ['S79: Null false of a present key', 'Null', ['false'], { k: 'x' }, 'true'],
  ['S80: Null true of an empty list', 'Null', ['true'], { k: [] }, 'true'],
  ['S81: Null false of an empty text', 'Null', ['false'], { k: '' }, 'undecided'],
  ['S81: Null true of empty texts', 'Null', ['true'], { k: ['', ''] }, 'undecided'],
  ['S81: Null false of an empty text beside another', 'Null', ['false'], { k: ['', 'x'] }, 'true'],
  ['S81: Null with both values of an empty text', 'Null', ['true', 'false'], { k: '' }, 'true'],
  ['S82: Null with a value that is no boolean', 'Null', ['x'], {}, 'undecided'],
  ['S82: Null with such a value beside one that settles it', 'Null', ['x', 'true'], {}, 'true'],
  ['S82: Null with such a value beside one that does not', 'Null', ['x', 'true'], { k: 'a' }, 'undecided'],
  ['S82: Null of all values', 'ForAllValues:Null', ['false'], {}, 'true'],
  ['S82: Null of any value', 'ForAnyValue:Null', ['true'], {}, 'false'],
  ['S82: Null of any value of a key given twice', 'ForAnyValue:Null', ['true'], { K: 'b', k: 'c' }, 'false'],
  ['S82: Null with both values', 'Null', ['true', 'false'], { k: 'x' }, 'true'],
  ['S83: every value must satisfy', 'ForAllValues:StringEquals', ['a', 'b'], { k: ['a', 'b'] }, 'true'],
  ['S83: one does not', 'ForAllValues:StringEquals', ['a', 'b'], { k: ['a', 'c'] }, 'false'],
  ['S83: absent key', 'ForAllValues:StringEquals', ['a'], {}, 'true'],
  ['S83: empty list', 'ForAllValues:StringEquals', ['a'], { k: [] }, 'true'],
  ['S83: only empty texts', 'ForAllValues:StringEquals', ['a'], { k: ['', ''] }, 'true'],
  ['S83: an empty text among others', 'ForAllValues:StringEquals', ['a'], { k: ['', 'a'] }, 'false'],
  ['S84: some value satisfies', 'ForAnyValue:StringEquals', ['a'], { k: ['b', 'a'] }, 'true'],
  ['S84: absent key', 'ForAnyValue:StringNotEquals', ['a'], {}, 'false'],
  ['S84: empty list', 'ForAnyValue:StringNotEquals', ['a'], { k: [] }, 'false'],
  ['S85: ForAllValues with NOR', 'ForAllValues:StringNotEquals', ['a', 'b'], { k: ['c', 'b'] }, 'false'],
  ['S85: ForAnyValue with NOR', 'ForAnyValue:StringNotEquals', ['a', 'b'], { k: ['b', 'c'] }, 'true'],
  ['S86: qualifier over a single value', 'ForAllValues:StringEquals', ['a'], { k: 'a' }, 'true'],
  ['S87: list without qualifier', 'StringEquals', ['a'], { k: ['a'] }, 'undecided'],
  ['S87: list without qualifier, negated', 'StringNotEquals', ['a'], { k: ['b'] }, 'undecided'],
  ['S80: an empty list without qualifier is absent', 'StringNotEquals', ['a'], { k: [] }, 'true'],
  [
    'S88: ForAnyValue with IfExists on an absent key',
    'ForAnyValue:StringEqualsIfExists',
    ['a'],
    {},
    'undecided',
  ],
  ['S95: a value that matches settles it', 'NumericEquals', ['x', '1'], { k: '1' }, 'true'],
  ['S95: negated', 'NumericNotEquals', ['x', '1'], { k: '1' }, 'false'],
  ['S95: one that differs does not', 'NumericEquals', ['x', '1'], { k: '2' }, 'undecided'],
  ['S95: all of several values', 'ForAllValues:NumericEquals', ['1'], { k: ['x', '2'] }, 'false'],
  ['S95: any of several values', 'ForAnyValue:NumericEquals', ['1'], { k: ['x', '2'] }, 'undecided'],
  [
    'S88: ForAllValues with IfExists on an absent key',
    'ForAllValues:StringEqualsIfExists',
    ['a'],
    {},
    'true',
  ],
] as const)('%s', (...[, operator, values, context, expected]) => {
  expect(holds(operator, values, context)).toBe(expected);
});

test('S72: one false condition decides, whatever is undecided', () => {
  const operator = parseConditionOperator('StringEquals');
  if (operator === undefined) throw new Error('StringEquals');
  const conditions = ['k', 'other'].map((key) => ({ operator, key, values: ['a'], pointer: '' }));
  expect(conditionsHold(conditions, { context: { k: 'a', K: 'b' }, variables: true })).toBe('false');
});
