import type { ActionName } from '@policywright/catalog';
import type { Principal } from '@policywright/evaluator';
import type { OperationCall } from '../model/operationCall.ts';
import type { World } from '../model/world.ts';
import { isObject } from '../input/valuesAt.ts';

/** Who makes the calls of a client, and where. */
export interface Caller {
  readonly principal: Principal;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** `aws` if left out. */
  readonly partition?: string | undefined;
  /** What is known of the caller and the way of its calls, such as `aws:MultiFactorAuthPresent`. */
  readonly context?: OperationCall['context'];
}

/** Who calls, and what is known of the account. */
export interface CallerWorld extends World, Caller {}

/** What a client of the AWS SDK for JavaScript (version 3) tells its middleware. */
export interface MiddlewareContext {
  readonly clientName?: string | undefined;
  readonly commandName?: string | undefined;
}

/** Middleware of the step `initialize`: `client.middlewareStack.add(middleware, { step: 'initialize' })`. */
export type InitializeMiddleware = <Args extends { readonly input: unknown }, Result>(
  next: (args: Args) => Promise<Result>,
  context: MiddlewareContext,
) => (args: Args) => Promise<Result>;

/** The call that a client is about to make; of `ECSClient` and `RunTaskCommand`: `ECS:RunTask`. */
export function callOf(context: MiddlewareContext, input: unknown, caller: Caller): OperationCall {
  const client = without(context.clientName ?? '', 'Client');
  const command = without(context.commandName ?? '', 'Command');
  const operation: ActionName = `${client}:${command}`;
  const { principal, account, region, partition, context: known } = caller;
  return {
    operation,
    input: isObject(input) ? input : {},
    principal,
    account,
    region,
    partition,
    context: known,
  };
}

function without(name: string, ending: string): string {
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}
