import type { Arn } from './arn.ts';
import { parseArn } from './parseArn.ts';

/**
 * Tells whether a text is an ARN by its form (S42, S43): what `parseArn` accepts.
 *
 * @param text - any text; never throws.
 * @returns `true` for six parts with a partition, a service and a resource.
 */
export function isArn(text: string): text is Arn {
  return parseArn(text) !== undefined;
}
