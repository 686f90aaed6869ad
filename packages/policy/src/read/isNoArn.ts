import { faultOf } from './_internals/readResource.ts';

/**
 * Whether a pattern of resources can match no ARN, since it does not start as one or lacks fields (rules S46, S52).
 *
 * @param value - an entry of `Resource` or `NotResource`.
 */
export function isNoArn(value: string): boolean {
  const code = faultOf(value)?.code;
  return code === 'invalid-arn-prefix' || code === 'missing-arn-field';
}
