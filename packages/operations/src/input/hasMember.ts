import type { MemberTest } from '@policywright/catalog';
import { textOf, valuesAt } from './valuesAt.ts';

/** Whether a request has a member, and not as `false` or an empty list. */
export function hasMember(input: unknown, path: string): boolean {
  for (const value of valuesAt(input, path)) if (value !== false && value !== '') return true;
  return false;
}

/** Whether a request passes one of some tests. */
export function passes(input: unknown, tests: readonly MemberTest[]): boolean {
  for (const { member, value } of tests) {
    if (value === undefined ? hasMember(input, member) : hasValue(input, member, value)) return true;
  }
  return false;
}

function hasValue(input: unknown, member: string, value: string): boolean {
  return valuesAt(input, member).some((found) => textOf(found) === value);
}
