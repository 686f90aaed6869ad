import { serviceOf } from '../_internals/registry.ts';
import { prefixesMeant } from '../overlays/prefixesMeant.ts';

/**
 * Finds the services that an event of AWS CloudTrail can be of, by its `eventSource`.
 *
 * An event source is the name of an endpoint before `.amazonaws.com`, which is not always the prefix of the actions:
 * `monitoring.amazonaws.com` is CloudWatch.
 *
 * @param eventSource - `ecs.amazonaws.com`; the domain may be left out.
 * @returns prefixes, the likeliest first; empty where none is known.
 */
export function prefixesOfEventSource(eventSource: string): readonly string[] {
  const label = eventSource.toLowerCase().replace(/\.amazon(?:aws)?\.com(?:\.cn)?$/, '');
  if (serviceOf(label) !== undefined) return [label];
  // Of an endpoint with several parts one is the service: `api.ecr`, `participant.connect`.
  const parts = label.split('.');
  for (const part of [label, ...parts.filter((one) => serviceOf(one) !== undefined), ...parts.toReversed()]) {
    const found = part === '' ? [] : [...prefixesMeant(part)];
    if (found.length > 0) return found;
  }
  return [];
}
