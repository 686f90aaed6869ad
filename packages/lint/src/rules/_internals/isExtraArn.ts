import { EXTRA_ARN_RESOURCES } from '../../data/extraArnResources.ts';
import { globOf, globsOverlap } from '../../facts/globsOverlap.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';

/** Whether an ARN is one that AWS documents though its reference does not list the type. */
export function isExtraArn({ fields }: ResourceFacts): boolean {
  const service = fields[2] ?? '';
  const extras = Object.hasOwn(EXTRA_ARN_RESOURCES, service) ? EXTRA_ARN_RESOURCES[service] : undefined;
  return extras?.some((text) => globsOverlap(globOf(fields[5] ?? ''), globOf(text))) === true;
}
