import { listChecks } from '../checks/listChecks.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { OperationCall } from '../model/operationCall.ts';
import { callOf, type CallerWorld, type InitializeMiddleware } from './callOf.ts';

/** A call that a client made, and what it is authorised for. */
export interface RecordedCall {
  readonly call: OperationCall;
  readonly checks: readonly RequiredCheck[];
}

/** Where calls are written to: a list, or anything with `push`. */
export interface CallLog {
  readonly push: (call: RecordedCall) => unknown;
}

/** An account and a Region that nobody told. */
const ANYWHERE: CallerWorld = { principal: 'anonymous', account: '*', region: '*' };

/**
 * Makes middleware that writes down the calls of a client of the AWS SDK for JavaScript (version 3), with what each is
 * authorised for: `client.middlewareStack.add(recordCalls(log), { step: 'initialize' })`.
 *
 * @param log - gets each call before it is sent.
 * @param world - who calls, and what is known of the account; left out, account and Region of ARNs are `*`.
 * @returns middleware that changes nothing.
 */
export function recordCalls(log: CallLog, world: CallerWorld = ANYWHERE): InitializeMiddleware {
  return (next, context) => (args) => {
    const call = callOf(context, args.input, world);
    log.push({ call, checks: listChecks(call, world) });
    return next(args);
  };
}
