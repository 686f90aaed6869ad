import type { Action } from '@policywright/catalog';
import type { OperationFacts } from './operationFacts.ts';
import type { SourceService } from './sourceCatalog.ts';

/**
 * Lays over what the dated source says of permission-only actions what is known since: an action of whose name there is
 * an operation is none, whatever a page lists; of the others those are that a page lists.
 */
export function overlayPermissionOnly(
  services: readonly SourceService[],
  { permissionOnly, withOperation }: OperationFacts,
): readonly SourceService[] {
  const flagOf = ({ fullName, permissionOnly: known }: Action): boolean | undefined => {
    if (withOperation.has(fullName)) return false;
    return permissionOnly.has(fullName) ? true : known;
  };
  return services.map((service) => ({
    ...service,
    actions: service.actions.map((action) => ({ ...action, permissionOnly: flagOf(action) })),
  }));
}
