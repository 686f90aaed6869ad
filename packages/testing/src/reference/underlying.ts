import type { Request, UnderlyingResource } from '@policywright/evaluator';
import { arnParts } from './arnParts.ts';
import { readKey, type Context } from './contextKey.ts';
import type { LayerKind, PlacedStatement } from './placedStatement.ts';
import type { Question } from './question.ts';

/** S210: the questions behind a request, one for each resource that lies behind the one it names, under its own policy. */
export function questionsBehind(question: Question): readonly Question[] {
  const { policies, request } = question;
  const named = request.underlying ?? [];
  return named.map((behind, index) => ({
    ...question,
    policies: { ...policies, resource: policies.underlying?.[index] },
    request: requestBehind(request, behind, named[index - 1]?.resource ?? request.resource),
    resourcePointer: `/underlying/${index}` as const,
  }));
}

/** S210: a policy behind the resource cannot be asked where the request does not name what it is about. */
export function lacksResources({ policies, request }: Question): boolean {
  return (policies.underlying ?? []).length > (request.underlying ?? []).length;
}

function requestBehind(
  request: Request,
  { resource, resourceAccount }: UnderlyingResource,
  before: string,
): Request {
  const context = contextBehind(before, request.context);
  return { ...request, resource, resourceAccount, context, underlying: undefined };
}

/** S210: what lies behind an access point of S3 has its ARN and account in the context, unless that says otherwise. */
function contextBehind(before: string, context: Context): Context {
  const arn = arnParts(before);
  const [accessPoint = ''] = before.split('/object/');
  if (arn?.service !== 's3' || !arn.name.startsWith('accesspoint/')) return context;
  if (readKey(context, 's3:DataAccessPointArn').kind !== 'absent') return context;
  const account = { 's3:DataAccessPointAccount': arn.account };
  const owner = readKey(context, 's3:DataAccessPointAccount').kind === 'absent' ? account : {};
  return { ...context, 's3:DataAccessPointArn': accessPoint, ...owner };
}

/** The layers whose policies belong to the principal. */
const PRINCIPAL_SIDE: readonly LayerKind[] = ['identity', 'boundary', 'session', 'scps'];

/**
 * S210: the resources of which a statement must cover one. A bucket behind an access point is allowed by the
 * principal's policies under the access point's ARN, and denied under either.
 */
export function resourcesAsked(
  { layer, statement }: PlacedStatement,
  { request }: Question,
): readonly string[] {
  const byAccessPoint = resourceByAccessPoint(request);
  if (byAccessPoint === undefined || !PRINCIPAL_SIDE.includes(layer)) return [request.resource];
  return statement.effect === 'Allow' ? [byAccessPoint] : [byAccessPoint, request.resource];
}

/** A bucket, or an object in it, by the ARN of the access point that the context names. */
function resourceByAccessPoint({ resource, context }: Request): string | undefined {
  const bucket = arnParts(resource);
  if (bucket?.service !== 's3' || bucket.region !== '' || bucket.account !== '') return undefined;
  const given = readKey(context, 's3:DataAccessPointArn');
  if (given.kind !== 'single' || arnParts(given.value)?.name.startsWith('accesspoint/') !== true)
    return undefined;
  const slash = bucket.name.indexOf('/');
  return slash < 0 ? given.value : `${given.value}/object${bucket.name.slice(slash)}`;
}
