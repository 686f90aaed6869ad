import { expect, test } from 'vitest';
import * as conditions from './condition.ts';

const QUALIFIERS = ['ifExists', 'forAnyValue', 'forAllValues'];

type Make = (key: string, values: unknown) => unknown;
const operators = Object.entries<unknown>(conditions).filter(([name]) => !QUALIFIERS.includes(name));

// Every operator of the page "IAM JSON policy elements: Condition operators" but `BinaryEquals`.
const PAGE =
  'StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike ' +
  'NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals NumericGreaterThan NumericGreaterThanEquals ' +
  'DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals Bool IpAddress ' +
  'NotIpAddress ArnEquals ArnNotEquals ArnLike ArnNotLike Null';

/** `null` is a word of the language. */
const nameOf = (operator: string): string =>
  operator === 'Null' ? 'isNull' : operator.charAt(0).toLowerCase() + operator.slice(1);

test.each(PAGE.split(' '))('there is a function for %s, which makes that condition', (operator) => {
  const [, make] = operators.find(([name]) => name === nameOf(operator)) ?? [];
  expect((make as Make)('aws:a', ['b'])).toEqual({ operator, key: 'aws:a', values: ['b'] });
});

test('there are no other functions', () => {
  expect(operators.map(([name]) => name).sort()).toEqual(PAGE.split(' ').map(nameOf).sort());
});
