import type { MemberTest } from '@policywright/catalog';
import { textOf, valuesAt } from './valuesAt.ts';

/** Whether a request has a member, and not as `false` or an empty list. */
export function hasMember(input: unknown, path: string): boolean {
  return valuesAt(input, path).some((value) => value !== false && value !== '');
}

/** Whether a request passes one of some tests. */
export function passes(input: unknown, tests: readonly MemberTest[]): boolean {
  return tests.some(({ member, value }) =>
    value === undefined
      ? hasMember(input, member)
      : valuesAt(input, member).some((found) => textOf(found) === value),
  );
}
