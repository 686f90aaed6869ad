import type { Action } from '@policywright/catalog';
import type { OperationFacts } from './operationFacts.ts';
import type { SourceService } from './sourceCatalog.ts';

/**
 * Whether an action is permission-only, as far as the facts tell: one of whose name there is an operation is not, whatever
 * a page lists; of the others those are that a page lists. `undefined` for an action that they have nothing on.
 */
export function isPermissionOnly(
  { fullName }: Action,
  { permissionOnly, withOperation }: OperationFacts,
): boolean | undefined {
  if (withOperation.has(fullName)) return false;
  return permissionOnly.has(fullName) ? true : undefined;
}

/** Lays over what the dated source says of permission-only actions what is known since. */
export function overlayPermissionOnly(
  services: readonly SourceService[],
  facts: OperationFacts,
): readonly SourceService[] {
  return services.map((service) => ({
    ...service,
    actions: service.actions.map((action) => ({
      ...action,
      permissionOnly: isPermissionOnly(action, facts) ?? action.permissionOnly,
    })),
  }));
}
