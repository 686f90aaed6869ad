import { isRecord } from '@policywright/policy';
import { expect, test } from 'vitest';

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [null, false],
  [[], false],
  ['{}', false],
  [undefined, false],
])('%j has members by name: %s', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});
