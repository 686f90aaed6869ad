import { serviceOf } from '../_internals/registry.ts';
import type { Service } from '../model/service.ts';

/**
 * Looks a service up by its prefix. Its lists are decoded when they are first read.
 *
 * @param prefix - the part before the colon of its actions, in any letter case (rule S61): `ecs`.
 * @returns the service, or `undefined` where the catalog has none of this prefix.
 */
export function getService(prefix: string): Service | undefined {
  return serviceOf(prefix.toLowerCase());
}
