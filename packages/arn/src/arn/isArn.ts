import type { Arn } from './arn.ts';

/**
 * Tells whether a text is an ARN by its form (S42, S43), without allocating.
 *
 * @param text - Any text; never throws.
 * @returns `true` for a text that starts with `arn:` and has six parts, of which partition, service and resource
 * are not empty.
 */
export function isArn(text: string): text is Arn {
  if (!text.startsWith('arn:')) return false;
  const service = text.indexOf(':', 4) + 1;
  if (service === 0 || service === 5) return false;
  const region = text.indexOf(':', service) + 1;
  if (region === 0 || region === service + 1) return false;
  const account = text.indexOf(':', region) + 1;
  if (account === 0) return false;
  const resource = text.indexOf(':', account) + 1;
  return resource !== 0 && resource !== text.length;
}
