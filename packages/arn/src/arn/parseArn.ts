import type { ArnParts } from './arn.ts';

/**
 * Reads the fields of an ARN (S42, S43).
 *
 * Fields are split at the first five colons and taken as they stand: nothing is trimmed, decoded or
 * case-folded, and wildcards are ordinary characters, so that an ARN pattern with six parts parses too.
 *
 * @param text - any text; never throws, whatever a program without types gives.
 * @returns the fields, or `undefined` when the text does not start with `arn:`, has fewer than six parts, or
 * has an empty partition, service or resource (only region and account may be empty).
 */
export function parseArn(text: string): ArnParts | undefined {
  if (typeof text !== 'string' || !text.startsWith('arn:')) return undefined;
  const service = text.indexOf(':', 4) + 1;
  if (service === 0) return undefined;
  const region = text.indexOf(':', service) + 1;
  if (region === 0) return undefined;
  const account = text.indexOf(':', region) + 1;
  if (account === 0) return undefined;
  const resource = text.indexOf(':', account) + 1;
  if (resource === 0 || resource === text.length) return undefined;
  if (service === 5 || region === service + 1) return undefined;
  return {
    partition: text.slice(4, service - 1),
    service: text.slice(service, region - 1),
    region: text.slice(region, account - 1),
    account: text.slice(account, resource - 1),
    resource: text.slice(resource),
  };
}
