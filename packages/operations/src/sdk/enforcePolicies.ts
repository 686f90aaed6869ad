import { getOperation } from '@policywright/catalog';
import type { PolicySet } from '@policywright/evaluator';
import { settleAnew } from '../decide/settleAnew.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import { callOf, type CallerWorld, type InitializeMiddleware } from './callOf.ts';
import { refusal, UndecidedCallError } from './refusal.ts';

/** How to enforce policies. */
export interface EnforceOptions {
  /** What to do with checks that a call only may need: `ignore`, if left out, or `count` them. */
  readonly perhaps?: 'count' | 'ignore' | undefined;
  /** What to do with calls of which it is not known whether they are allowed: `throw`, if left out, or let them `pass`. */
  readonly undecided?: 'throw' | 'pass' | undefined;
}

/**
 * Makes middleware that lets a client of the AWS SDK for JavaScript (version 3) make only the calls that policies allow, before
 * anything is sent: `client.middlewareStack.add(enforcePolicies(policies, world), { step: 'initialize' })`.
 *
 * @param policies - of the caller.
 * @param world - who calls, and what is known of the account.
 * @param options - what to do where not enough is known.
 * @returns middleware that throws `RefusedCallError`, which has the name and message of the service's own error, or
 * `UndecidedCallError`.
 */
export function enforcePolicies(
  policies: PolicySet,
  world: CallerWorld,
  { perhaps = 'ignore', undecided = 'throw' }: EnforceOptions = {},
): InitializeMiddleware {
  return (next, context) => async (args) => {
    const call = callOf(context, args.input, world);
    const decision = simulateOperation(policies, call, world);
    const { answer, checks, unknown } = settleAnew(decision, { perhaps });
    if (answer === 'Denied') {
      const denied = checks.find(({ need, decision }) => need !== 'perhaps' && decision.answer === 'Denied');
      const service = getOperation(call.operation)?.service ?? '';
      if (denied !== undefined) throw refusal(service, denied, { policies, world });
    }
    if (answer === 'Depends' && undecided === 'throw') throw new UndecidedCallError(call.operation, unknown);
    return next(args);
  };
}
