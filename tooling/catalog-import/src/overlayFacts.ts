import type { Action, ActionName, ActionResource } from '@policywright/catalog';
import { union } from './npmSource.ts';
import type { SourceCatalog, SourceService } from './sourceCatalog.ts';

/**
 * Lays the facts that a newer source has lost (dependent actions, permission-only) over it from an older one.
 *
 * An action that the older source does not have gets `undefined` for both: not known, rather than none.
 *
 * @param base - the newer source, whose actions are kept.
 * @param older - the source of the two kinds of fact.
 */
export function overlayFacts(base: SourceCatalog, older: SourceCatalog): SourceCatalog {
  const olderServices = new Map(older.services.map((service) => [service.prefix, service]));
  return {
    ...base,
    services: base.services.map((service) => overlayService(service, olderServices.get(service.prefix))),
  };
}

function overlayService(service: SourceService, older: SourceService | undefined): SourceService {
  const olderActions = new Map((older?.actions ?? []).map((action) => [action.name.toLowerCase(), action]));
  return {
    ...service,
    actions: service.actions.map((action) =>
      overlayAction(action, olderActions.get(action.name.toLowerCase())),
    ),
  };
}

function overlayAction(action: Action, older: Action | undefined): Action {
  if (older === undefined) {
    return { ...action, dependentActions: undefined, permissionOnly: undefined };
  }
  const remaining = new Map(older.resourceTypes.map((resource) => [resource.name.toLowerCase(), resource]));
  const resourceTypes = action.resourceTypes.map((resource): ActionResource => {
    const dependentActions = remaining.get(resource.name.toLowerCase())?.dependentActions ?? [];
    remaining.delete(resource.name.toLowerCase());
    return { ...resource, dependentActions };
  });
  // A resource type that the action has lost leaves its dependents to the action as a whole.
  const orphans = [...remaining.values()].flatMap((resource) => resource.dependentActions);
  return {
    ...action,
    resourceTypes,
    dependentActions: union<ActionName>(older.dependentActions ?? [], orphans),
    permissionOnly: older.permissionOnly,
  };
}
