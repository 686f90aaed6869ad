import type { World } from './world.ts';

/**
 * A resource, and the bucket of an object of Amazon S3, whose policy and default key are those of its objects.
 *
 * @param arn - `arn:aws:s3:::bucket/key`.
 */
export function resourcesBehind(arn: string): readonly string[] {
  const found = /^(arn:[^:]*:s3:::[^/]+)\//.exec(arn);
  return found?.[1] === undefined ? [arn] : [arn, found[1]];
}

/** The owner of a resource as the world tells it; of an object of Amazon S3, that of its bucket. */
export function accountOf(arn: string, { accountOf: owner }: World): string | undefined {
  if (owner === undefined) return undefined;
  for (const one of resourcesBehind(arn)) {
    const account = owner(one);
    if (account !== undefined) return account;
  }
  return undefined;
}
