import { policyFromValue, type Statement } from '@policywright/policy';
import { expect, test } from 'vitest';
import { aimContext } from './aimContext.ts';
import { REQUEST_VALUES } from './alphabet.ts';
import { Picker } from './picker.ts';

function statement(Condition: object): Statement {
  const read = policyFromValue({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition },
  });
  const [one] = read.ok ? read.policy.statements : [];
  if (one === undefined) throw new Error('it cannot be read');
  return one;
}

function aim(
  Condition: object,
  picks: readonly number[],
  bound: Readonly<Record<string, string>> = {},
): object {
  return aimContext(statement(Condition), new Picker(picks), { values: new Map(Object.entries(bound)) });
}

const EQUALS = { StringEquals: { 'aws:A': 'x' } };

test('a key has the value that its condition wants, or one of any request', () => {
  // A choice says where the value is from, one which it is, and one its shape.
  expect(aim(EQUALS, [0, 0, 0])).toEqual({ 'aws:a': 'x' });
  expect(aim(EQUALS, [3, 0, 1, 0])).toEqual({ 'aws:a': REQUEST_VALUES.string[1] });
  expect(aim({ StringNotEquals: { 'aws:A': 'x' } }, [0, 1, 0])).toEqual({
    'aws:a': REQUEST_VALUES.string[1],
  });
  expect(aim({ NumericEquals: { 'aws:A': '77' } }, [0, 0, 0])).toEqual({ 'aws:a': '77' });
  expect(aim({ NumericEquals: { 'aws:A': '77' } }, [2, 0, 1, 0])).toEqual({
    'aws:a': REQUEST_VALUES.number[1],
  });
  expect(aim({ StringLike: { 'aws:A': 'a?c' } }, [0, 0, 0])).toEqual({ 'aws:a': 'aac' });
  expect(aim({ IpAddress: { 'aws:A': '10.0.0.0/8' } }, [0, 0, 0])).toEqual({ 'aws:a': '10.0.0.0' });
});

test('a key that has to be absent is left out, and one that has to be there is not', () => {
  expect(aim({ Null: { 'aws:A': 'true' } }, [0])).toEqual({});
  expect(aim({ Null: { 'aws:A': 'True' } }, [0])).toEqual({});
  expect(aim({ Null: { 'aws:A': 'false' } }, [0, 0, 0])).toHaveProperty('aws:a');
});

test('some keys have no values, and some have several', () => {
  expect(aim(EQUALS, [0, 0, 15])).toEqual({ 'aws:a': [] });
  expect(aim(EQUALS, [0, 0, 13])).toEqual({ 'aws:a': 'x' });
  expect(aim(EQUALS, [0, 0, 14, 0, 0])).toMatchObject({ 'aws:a': ['x', expect.any(String)] as unknown });
  const any = { 'ForAnyValue:StringEquals': { 'aws:A': 'x' } };
  expect(aim(any, [0, 0, 13])).toEqual({ 'aws:a': [] });
  expect(aim(any, [0, 0, 4])).toEqual({ 'aws:a': 'x' });
  expect(aim(any, [0, 0, 1, 3])).toEqual({ 'aws:a': ['x'] });
  expect(aim(any, [0, 0, 1, 1, 0, 0])).toMatchObject({ 'aws:a': ['x', expect.any(String)] as unknown });
});

test('what a variable was given holds, and is there though no condition asks for it', () => {
  expect(aim(EQUALS, [0], { 'aws:a': 'y', 'aws:b': 'z' })).toEqual({ 'aws:a': 'y', 'aws:b': 'z' });
  expect(aimContext(undefined, new Picker([0]), { values: new Map([['aws:b', 'z']]) })).toEqual({
    'aws:b': 'z',
  });
});

test('the first condition on a key says what it has', () => {
  const both = { StringEquals: { 'aws:A': 'x' }, StringLike: { 'aws:a': 'y' } };
  expect(aim(both, [0, 0, 0])).toEqual({ 'aws:a': 'x' });
});
