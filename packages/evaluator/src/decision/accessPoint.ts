import { parseArn } from '@policywright/arn';
import type { ContextReading } from '@policywright/conditions';

const ACCESS_POINT = 'accesspoint/';

/**
 * What the policies of a principal allow by when a request reaches a bucket through an access point: the
 * access point, or the object by the access point's ARN (rule S210).
 *
 * Source: "Configuring IAM policies for using access points", S3 User Guide, read 2026-11-29.
 *
 * @param resource - the ARN of a bucket or of an object in it.
 * @param accessPoint - what the context has under `s3:DataAccessPointArn`.
 * @returns the ARN; `undefined` for a request that goes to the bucket itself.
 */
export function accessPointResource(resource: string, accessPoint: ContextReading): string | undefined {
  if (typeof accessPoint !== 'string') return undefined;
  if (parseArn(accessPoint)?.resource.startsWith(ACCESS_POINT) !== true) return undefined;
  const slash = resource.indexOf('/');
  return slash < 0 ? accessPoint : `${accessPoint}/object${resource.slice(slash)}`;
}
