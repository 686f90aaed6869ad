import type { RequestContext } from '@policywright/conditions';
import type { Request, UnderlyingResource } from '../request/request.ts';

/**
 * The requests that a request through an access point becomes, one about each resource behind it (rule S210).
 *
 * @param request - its own resource is not among those of the answer.
 * @returns the requests in the order of `Request.underlying`.
 */
export function requestsBehind(request: Request): readonly Request[] {
  const resources = request.underlying ?? [];
  return resources.map((resource, index) =>
    requestBehind(request, resource, resources[index - 1]?.resource ?? request.resource),
  );
}

/** The request as it reaches a resource behind the one before it. */
function requestBehind(
  request: Request,
  { resource, resourceAccount }: UnderlyingResource,
  before: string,
): Request {
  const { principal, action } = request;
  const context = withAccessPoint(request.context ?? {}, before);
  return { principal, action, resource, resourceAccount, context };
}

/** The keys that a request behind an access point of S3 has, unless the context says otherwise. */
function withAccessPoint(context: RequestContext, resource: string): RequestContext {
  const present = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const at = resource.indexOf(OBJECT);
  const accessPoint = at < 0 ? resource : resource.slice(0, at);
  const isAccessPoint = accessPoint.includes(':s3:') && accessPoint.includes(':accesspoint/');
  if (!isAccessPoint || present.has('s3:dataaccesspointarn')) return context;
  const account = accessPoint.split(':')[4] ?? '';
  const owner = present.has('s3:dataaccesspointaccount') ? {} : { 's3:DataAccessPointAccount': account };
  return { ...context, 's3:DataAccessPointArn': accessPoint, ...owner };
}

const OBJECT = '/object/';
