import { allServices, serviceOf } from '../_internals/registry.ts';
import type { ActionName } from '../model/action.ts';
import { closestNames } from './closestNames.ts';

/**
 * Suggests actions for one that the catalog does not have: the nearest of its service, or the same name under the
 * nearest prefixes.
 *
 * @param fullName - what somebody wrote: `ecs:RunTsak`, `ecss:RunTask`.
 * @param limit - the most suggestions.
 * @returns full names, the nearest first; empty when nothing is near.
 */
export function suggestActions(fullName: string, limit: number = 3): readonly ActionName[] {
  const colon = fullName.indexOf(':');
  const prefix = fullName.slice(0, Math.max(colon, 0)).toLowerCase();
  const name = fullName.slice(colon + 1);
  const service = serviceOf(prefix);
  const services =
    service === undefined
      ? closestNames(
          prefix,
          allServices().map((candidate) => candidate.prefix),
        ).flatMap((candidate) => serviceOf(candidate) ?? [])
      : [service];
  return services
    .flatMap(({ prefix: near, actionTable }) =>
      closestNames(name, actionTable.names, { limit }).map((found): ActionName => `${near}:${found}`),
    )
    .slice(0, limit);
}
