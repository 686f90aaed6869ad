import { allServices, serviceOf } from '../_internals/registry.ts';
import type { AccessLevel } from '../model/accessLevel.ts';
import type { Action } from '../model/action.ts';
import { canHaveKey } from './canHaveKey.ts';

/** What {@link findActions} looks for; every part that is given must hold. */
export interface ActionQuery {
  /** The prefix of a service, in any letter case. */
  readonly service?: string;
  readonly accessLevel?: AccessLevel;
  /** The name of a resource type that the action takes. */
  readonly resourceType?: string;
  /** A condition key that a request for the action can carry, as {@link canHaveKey} takes it. */
  readonly conditionKey?: string;
  readonly permissionOnly?: boolean;
  readonly wildcardOnly?: boolean;
}

/**
 * Lists the actions with given properties: by access level, resource type, condition key and so on.
 *
 * @returns actions sorted by prefix, then by name.
 */
export function findActions(query: ActionQuery): readonly Action[] {
  const services = query.service === undefined ? allServices() : [serviceOf(query.service.toLowerCase())];
  const { conditionKey } = query;
  return services
    .flatMap((service) => service?.actions ?? [])
    .filter(
      (action) =>
        (query.accessLevel === undefined || action.accessLevels.includes(query.accessLevel)) &&
        (query.resourceType === undefined || takes(action, query.resourceType)) &&
        (conditionKey === undefined || canHaveKey(action.fullName, conditionKey)) &&
        (query.permissionOnly === undefined || action.permissionOnly === query.permissionOnly) &&
        (query.wildcardOnly === undefined || action.wildcardOnly === query.wildcardOnly),
    );
}

function takes(action: Action, resourceType: string): boolean {
  return action.resourceTypes.some((resource) => resource.name.toLowerCase() === resourceType.toLowerCase());
}
