import { expect, test } from 'vitest';
import { OPERATOR_NAMES } from '../model/conditionOperator.ts';
import { STATEMENT_ELEMENTS } from '../model/elementNames.ts';
import { closestName } from './closestName.ts';

test.each([
  ['effect', 'Effect'],
  ['Efect', 'Effect'],
  ['Effcet', 'Effect'],
  ['Actions', 'Action'],
  ['notaction', 'NotAction'],
  ['Conditions', 'Condition'],
  ['Foo', undefined],
  ['', undefined],
  ['Effect'.repeat(20), undefined],
])('S9: %j was meant as %j', (name, meant) => {
  expect(closestName(name, STATEMENT_ELEMENTS)).toBe(meant);
});

test('S23: takes the operator with the fewest edits', () => {
  expect(closestName('StringEqual', OPERATOR_NAMES)).toBe('StringEquals');
  expect(closestName('NumericLessThenEquals', OPERATOR_NAMES)).toBe('NumericLessThanEquals');
});
