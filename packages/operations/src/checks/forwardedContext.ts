import { forwardAccess, type ForwardAccessKey } from '@policywright/catalog';
import type { ContextValue, RequestContext } from '@policywright/conditions';
import type { KnownKeys } from './callerKeys.ts';
import type { CallScope } from './callScope.ts';
import { checkContext, type ContextOf } from './checkContext.ts';

/** Keys of the way that a call took, which those of services do not have. */
const OF_THE_WAY: ReadonlySet<string> = new Set(['aws:viaawsservice', 'aws:calledvia']);

const naming = new Map<ForwardAccessKey, ReadonlySet<string>>();

/** Whether a page or managed policy of AWS has a service in a key; of others nobody knows whether they are there. */
export function namesItself(service: string, key: ForwardAccessKey): boolean {
  let services = naming.get(key);
  if (services === undefined) {
    services = new Set(forwardAccess().flatMap((one) => (one.keys.includes(key) ? [one.service] : [])));
    naming.set(key, services);
  }
  return services.has(service);
}

/** Keys that a request in the name of a caller does not have. */
export const NOT_FORWARDED: readonly string[] = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:PrincipalServiceName',
];

/** The keys by which a request tells that one service makes it in the name of a caller (rules S178 and S179). */
export function wayThrough(service: string): RequestContext {
  return {
    'aws:ViaAWSService': 'true',
    'aws:CalledVia': [service],
    'aws:CalledViaFirst': service,
    'aws:CalledViaLast': service,
  };
}

/** The keys of a request that a service makes in the caller's name (rules S178 and S179). */
export function forwardedContext(scope: CallScope, of: ContextOf): KnownKeys {
  const { context: direct } = checkContext(scope, of);
  const context: Record<string, ContextValue> = Object.fromEntries(
    Object.entries(direct).filter(([key]) => !OF_THE_WAY.has(key.toLowerCase())),
  );
  context['aws:ViaAWSService'] = 'true';
  const service = `${scope.plan.operation.service}.amazonaws.com`;
  if (namesItself(scope.plan.operation.service, 'aws:CalledVia')) Object.assign(context, wayThrough(service));
  const absent = [...NOT_FORWARDED, ...(scope.call.absent ?? [])];
  if (scope.world.tagsOf !== undefined && of.resource.arn !== undefined && hasTags(scope, of.resource.arn))
    absent.push('aws:ResourceTag/*');
  return { context, absent };
}

function hasTags({ world }: CallScope, arn: string): boolean {
  return world.tagsOf?.(arn) !== undefined;
}
