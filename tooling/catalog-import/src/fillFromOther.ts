import type { Action } from '@policywright/catalog';
import type { SourceCatalog, SourceService } from './sourceCatalog.ts';

/**
 * Fills in what AWS's reference does not say from another source: names of services, resource control policies,
 * which resource types are required, condition keys of an action's resources, scenarios.
 *
 * @param base - AWS's reference, whose services, actions, resource types and keys are kept as they are.
 * @param other - the source of the rest; only facts about what the base has are taken.
 */
export function fillFromOther(base: SourceCatalog, other: SourceCatalog): SourceCatalog {
  const others = new Map(other.services.map((service) => [service.prefix, service]));
  return {
    ...base,
    services: base.services.map((service) => fillService(service, others.get(service.prefix))),
  };
}

function fillService(service: SourceService, other: SourceService | undefined): SourceService {
  if (other === undefined) return service;
  const otherActions = new Map(other.actions.map((action) => [action.name.toLowerCase(), action]));
  const keys = new Set(service.conditionKeys.map((key) => key.name.toLowerCase()));
  return {
    ...service,
    name: other.name,
    resourceControlPolicies: other.resourceControlPolicies,
    actions: service.actions.map((action) =>
      fillAction(action, otherActions.get(action.name.toLowerCase()), keys),
    ),
  };
}

function fillAction(action: Action, other: Action | undefined, keys: ReadonlySet<string>): Action {
  if (other === undefined) return action;
  const otherResources = new Map(other.resourceTypes.map((resource) => [resource.name, resource]));
  const names = new Set(action.resourceTypes.map((resource) => resource.name));
  return {
    ...action,
    resourceTypes: action.resourceTypes.map((resource) => {
      const known = otherResources.get(resource.name);
      if (known === undefined) return resource;
      const conditionKeys = known.conditionKeys.filter((key) => keys.has(key.toLowerCase()));
      return { ...resource, required: known.required, conditionKeys };
    }),
    scenarios: other.scenarios.filter((scenario) =>
      scenario.resourceTypes.every(({ name }) => names.has(name)),
    ),
  };
}
