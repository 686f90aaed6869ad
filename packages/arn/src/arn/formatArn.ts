import type { Arn, ArnParts } from './arn.ts';
import { ArnFormatError } from './arnFormatError.ts';
import { isArn } from './isArn.ts';

const FIELDS = ['partition', 'service', 'region', 'account'] as const;

/**
 * Prints the fields of an ARN, so that `parseArn(formatArn(parts))` gives the same fields back (S42).
 *
 * @param parts - the fields; `region` and `account` may be empty, only `resource` may hold a colon.
 * @returns the ARN.
 * @throws ArnFormatError when a field other than `resource` holds a colon (its text would spill into the
 * next field), or when partition, service or resource is empty.
 */
export function formatArn(parts: ArnParts): Arn {
  for (const field of FIELDS) {
    if (parts[field].includes(':')) {
      throw new ArnFormatError('colon-in-field', `\`${field}\` holds a colon: \`${parts[field]}\``);
    }
  }
  const text = `arn:${parts.partition}:${parts.service}:${parts.region}:${parts.account}:${parts.resource}`;
  if (!isArn(text)) {
    throw new ArnFormatError('empty-field', `partition, service or resource is empty: \`${text}\``);
  }
  return text;
}
