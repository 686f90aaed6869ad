import type { World } from './world.ts';

/** An access point of Amazon S3, and the object behind it that is asked for. */
export interface AccessPoint {
  readonly arn: string;
  /** With the slash before it; empty where the access point itself is meant. */
  readonly key: string;
}

/** Reads the ARN of an access point or of an object in it; `undefined` for others. */
export function accessPointOf(resource: string): AccessPoint | undefined {
  if (!resource.includes(':accesspoint/')) return undefined;
  const found = /^(arn:[^:]*:s3:[^:]*:\d*:accesspoint\/[^/]+)(?:\/object(\/.*))?$/s.exec(resource);
  const [, arn, key = ''] = found ?? [];
  return arn === undefined ? undefined : { arn, key };
}

/** What lies behind an access point (rule S210), or behind an object in it; `undefined` where the world does not tell it. */
export function underlyingOf({ arn, key }: AccessPoint, world: World): string | undefined {
  const bucket = world.underlyingOf?.(arn);
  return bucket === undefined ? undefined : bucket + key;
}
