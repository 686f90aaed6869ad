import { parseConditionOperator } from '@policywright/policy';
import { expect, test } from 'vitest';
import { valueVariants, type KeyValue } from './valueVariants.ts';

function variants(operator: string, ...values: readonly string[]): readonly KeyValue[] {
  const parsed = parseConditionOperator(operator);
  if (parsed === undefined) throw new Error(`there is no operator ${operator}`);
  const condition = { operator: parsed, key: 'aws:a', values, pointer: '' };
  return valueVariants(condition, new Map([['aws:username', 'ada']]));
}

test.each<readonly [string, readonly string[], readonly KeyValue[]]>([
  ['NumericLessThan', ['10'], ['10', '9', '11', '1', '1000000']],
  ['StringLike', ['a*'], ['aexample', 'a', 'ax', 'x']],
  ['StringEquals', ['${aws:username}'], ['ada', 'ada', 'adax', 'x']],
  ['ArnLike', ['arn:*'], ['arn:example', 'arn:', 'arn:x', 'arn:aws:sns:us-east-1:444455556666:example']],
  ['Bool', ['true'], ['true', 'false']],
  ['Null', ['true'], ['x']],
  ['IpAddress', ['10.0.0.0/8'], ['10.0.0.0', '203.0.113.9', '10.0.0.1', '2001:db8::1']],
  ['DateLessThan', ['2026-01-01'], ['2026-01-01', '2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z']],
  ['BinaryEquals', ['YQ=='], ['YQ==', 'x']],
])('values on either side of %s %j', (operator, values, expected) => {
  expect(variants(operator, ...values)).toEqual(expected);
});

test('under a set operator they come in lists as well, alone, with another, and none', () => {
  expect(variants('ForAnyValue:Bool', 'true')).toEqual([
    ['true'],
    ['false'],
    [],
    ['true', 'x'],
    'true',
    'false',
  ]);
});
