import { parseArn } from '@policywright/arn';
import type { ContextReading } from '@policywright/conditions';

const ACCESS_POINT = 'accesspoint/';
/** What follows the partition of an S3 bucket, and of an object in one: only theirs have neither region nor account. */
const BUCKET = 's3:::';
const COLON = 58;
const S = 115;

/**
 * Whether a resource may be an S3 bucket or an object in one, by one letter: asked about every request, of
 * which most are about something else.
 *
 * @param resource - ARN or `*`.
 */
export function mayBeBucket(resource: string): boolean {
  return resource.charCodeAt(serviceField(resource)) === S;
}

/**
 * What the policies of a principal allow by when a request reaches a bucket through an access point: the
 * access point, or the object by the access point's ARN (rule S210).
 *
 * Source: "Configuring IAM policies for using access points", S3 User Guide, read 2026-11-29.
 *
 * @param resource - ARN or `*`.
 * @param accessPoint - what the context has under `s3:DataAccessPointArn`.
 * @returns the ARN; `undefined` for a request that goes to the resource itself.
 */
export function accessPointResource(resource: string, accessPoint: ContextReading): string | undefined {
  if (typeof accessPoint !== 'string' || !isBucket(resource)) return undefined;
  if (parseArn(accessPoint)?.resource.startsWith(ACCESS_POINT) !== true) return undefined;
  const slash = resource.indexOf('/');
  return slash < 0 ? accessPoint : `${accessPoint}/object${resource.slice(slash)}`;
}

function isBucket(resource: string): boolean {
  return resource.startsWith(BUCKET, serviceField(resource)) && resource.startsWith('arn:');
}

/** Where an ARN's service begins. */
function serviceField(resource: string): number {
  let position = 'arn:'.length;
  while (position < resource.length && resource.charCodeAt(position) !== COLON) position++;
  return position + 1;
}
