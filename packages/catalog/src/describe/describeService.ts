import type { CatalogService } from '../_internals/catalogService.ts';
import { serviceOf } from '../_internals/registry.ts';
import { featuresOf } from '../features/featuresOf.ts';
import type { ResourcePolicyFacts, ServiceDescription } from '../model/serviceDescription.ts';
import { forwardAccess } from '../overlays/forwardAccess.ts';
import { resourcePolicies } from '../overlays/resourcePolicies.ts';
import { serviceLinkedRoles } from '../overlays/serviceLinkedRoles.ts';
import { roleParameters } from '../operations/roleParameters.ts';
import { referencePages } from '../reference/referencePages.ts';
import { actionFacts } from './_internals/actionFacts.ts';
import { describedKeys } from './_internals/describedKeys.ts';
import { describedTypes } from './_internals/describedTypes.ts';
import { otherRoleTakers } from './_internals/operationFacts.ts';
import { tagFacts } from './_internals/tagFacts.ts';

/**
 * Gathers how a service works with IAM: all that AWS's page of this name tells, in its order, with the address of AWS's
 * entry for each action, resource type and condition key. Every part is gathered anew at each call.
 *
 * @param prefix - the prefix of the service in any letter case: `ecs`.
 * @returns plain data, or `undefined` for a service that the catalog does not have.
 */
export function describeService(prefix: string): ServiceDescription | undefined {
  const service = serviceOf(prefix.toLowerCase());
  if (service === undefined) return undefined;
  return {
    prefix: service.prefix,
    name: service.name,
    pages: referencePages(service.prefix),
    features: featuresOf(service.prefix) ?? [],
    resourcePolicies: resourcePolicyFacts(service),
    actions: actionFacts(service),
    resourceTypes: describedTypes(service),
    conditionKeys: describedKeys(service),
    tags: tagFacts(service),
    forwardAccess: forwardAccess().find((fact) => fact.service === service.prefix)?.source,
    serviceRoles: roleParameters(service.prefix),
    roleTakingActions: otherRoleTakers(service.prefix),
    serviceLinkedRoles: serviceLinkedRoles().filter((role) => role.service === service.prefix),
  };
}

function resourcePolicyFacts({ prefix, resourceControlPolicies }: CatalogService): ResourcePolicyFacts {
  const fact = resourcePolicies().find((candidate) => candidate.service === prefix);
  return { operation: fact?.operation, resourceControlPolicies, source: fact?.source };
}
