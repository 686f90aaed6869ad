/**
 * A resource, and the bucket of an object of Amazon S3, whose policy and default key are those of its objects.
 *
 * @param arn - `arn:aws:s3:::bucket/key`.
 */
export function resourcesBehind(arn: string): readonly string[] {
  const found = /^(arn:[^:]*:s3:::[^/]+)\//.exec(arn);
  return found?.[1] === undefined ? [arn] : [arn, found[1]];
}
