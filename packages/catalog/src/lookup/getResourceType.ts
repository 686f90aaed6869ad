import { serviceOf } from '../_internals/registry.ts';
import type { ResourceType } from '../model/resourceType.ts';

/**
 * Looks a resource type up.
 *
 * @param prefix - the prefix of the service that defines it, in any letter case: `ecs`.
 * @param name - the name in the reference, in any letter case: `task-definition`.
 * @returns the type, or `undefined` where the catalog has none of this name.
 */
export function getResourceType(prefix: string, name: string): ResourceType | undefined {
  const wanted = name.toLowerCase();
  const service = serviceOf(prefix.toLowerCase());
  return service?.resourceTypes.find((type) => type.name.toLowerCase() === wanted);
}
