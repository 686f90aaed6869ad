import type { CatalogCounts } from '@policywright/catalog';
import type { SourceService } from './sourceCatalog.ts';

/** Counts what a list of services holds. */
export function countServices(services: readonly SourceService[]): CatalogCounts {
  const actions = services.flatMap((service) => service.actions);
  const dependents = actions.map(
    (action) =>
      (action.dependentActions?.length ?? 0) +
      action.resourceTypes.reduce((sum, resource) => sum + resource.dependentActions.length, 0),
  );
  return {
    services: services.length,
    actions: actions.length,
    resourceTypes: services.reduce((sum, service) => sum + service.resourceTypes.length, 0),
    conditionKeys: services.reduce((sum, service) => sum + service.conditionKeys.length, 0),
    actionsWithDependents: dependents.filter((count) => count > 0).length,
    dependentActions: dependents.reduce((sum, count) => sum + count, 0),
    permissionOnlyActions: actions.filter((action) => action.permissionOnly === true).length,
  };
}

/**
 * Finds the counts that fell too far, which means that a source has lost facts rather than that AWS has removed them.
 *
 * @param before - the counts of the committed data.
 * @param after - the counts of the new data.
 * @param tolerance - the part that a count may lose, 0.01 for one per cent.
 * @returns one message a collapsed count.
 */
export function findCollapses(
  before: CatalogCounts,
  after: CatalogCounts,
  tolerance: number = 0.01,
): string[] {
  const kinds = Object.keys(before) as (keyof CatalogCounts)[];
  return kinds
    .filter((kind) => after[kind] < before[kind] * (1 - tolerance))
    .map((kind) => `\`${kind}\` collapsed from ${before[kind]} to ${after[kind]}`);
}
