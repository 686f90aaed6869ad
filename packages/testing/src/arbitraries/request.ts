import type { Request } from '@policywright/evaluator';
import * as fc from 'fast-check';
import { CALLERS, OUTSIDERS, TARGETS } from './_internals/alphabet.ts';
import { actionName } from './actionName.ts';
import { arn } from './arn.ts';
import { context } from './context.ts';

/**
 * Requests that know nothing of the policies; see `nearMiss` for those that do.
 *
 * @returns an arbitrary that shrinks to a user who gets an object.
 */
export function request(): fc.Arbitrary<Request> {
  const principal = fc.oneof(
    { arbitrary: fc.constantFrom<string>(...CALLERS), weight: 9 },
    { arbitrary: fc.constantFrom(...OUTSIDERS), weight: 1 },
  );
  const fitting = fc.constantFrom(...TARGETS).map(([action, resource]) => ({ action, resource }));
  const target = fc.oneof(fitting, fc.record({ action: actionName(), resource: arn() }));
  return fc
    .tuple(principal, target, context())
    .map(([caller, what, where]) => ({ principal: caller, ...what, context: where }));
}
