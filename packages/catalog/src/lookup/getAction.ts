import { serviceOf } from '../_internals/registry.ts';
import type { Action } from '../model/action.ts';

/**
 * Looks an action up by its full name.
 *
 * @param fullName - prefix and name in any letter case (rule S61): `ecs:RunTask`. No wildcards.
 * @returns the action, or `undefined` where the catalog has none of this name.
 */
export function getAction(fullName: string): Action | undefined {
  const colon = fullName.indexOf(':');
  if (colon < 0) return undefined;
  const service = serviceOf(fullName.slice(0, colon).toLowerCase());
  return service?.actionTable.get(fullName.slice(colon + 1));
}
