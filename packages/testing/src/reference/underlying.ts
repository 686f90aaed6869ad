import type { LayerKind, PlacedStatement } from './layers.ts';
import type { Question } from './question.ts';

/**
 * S210: the questions behind a request, one for each resource that lies behind the one it names. Each is about
 * that resource, under its own policy, and carries the ARN of the access point in its context.
 */
export function questionsBehind({ policies, request, caller, options }: Question): readonly Question[] {
  const { underlying = [], ...named } = request;
  return underlying.map(({ resource, resourceAccount }, index) => ({
    policies: { ...policies, resource: policies.underlying?.[index], grants: [] },
    request: {
      ...named,
      resource,
      resourceAccount,
      context: { ...named.context, 's3:DataAccessPointArn': accessPointOf(named.resource) },
    },
    caller,
    options,
    accessPoint: named.resource,
  }));
}

/** The ARN of an access point, without the object that is reached through it. */
function accessPointOf(resource: string): string {
  return resource.split('/').slice(0, 2).join('/');
}

/** The layers whose policies belong to the principal. */
const PRINCIPAL_SIDE: readonly LayerKind[] = ['identity', 'boundary', 'session', 'scps'];

/**
 * S210: the resources of which a statement must cover one. What lies behind an access point is allowed by the
 * principal's policies under the access point's ARN, and denied under either.
 */
export function resourcesAsked(
  { layer, statement }: PlacedStatement,
  { request, accessPoint }: Question,
): readonly string[] {
  if (accessPoint === undefined || !PRINCIPAL_SIDE.includes(layer)) return [request.resource];
  return statement.effect === 'Allow' ? [accessPoint] : [accessPoint, request.resource];
}
