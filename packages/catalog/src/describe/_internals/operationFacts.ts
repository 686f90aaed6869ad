import { serviceOf } from '../../_internals/registry.ts';
import type { ActionName } from '../../model/action.ts';
import type { NeededPermission, OperationNeeds } from '../../model/serviceDescription.ts';
import { getOperation, operationsOf } from '../../operations/getOperation.ts';
import { roleParameters } from '../../operations/roleParameters.ts';
import { roleTakingActions } from '../../operations/roleTakingActions.ts';
import { dependentActions } from '../../overlays/dependentActions.ts';
import { requiredPermissions } from '../../permissions/requiredPermissions.ts';
import type { RequiredPermission } from '../../model/requiredPermission.ts';
import { referenceUrl } from '../../reference/referenceUrl.ts';

/** The operations of a service that need more or others than the action of their name, sorted by name. */
export function operationNeeds(prefix: string): readonly OperationNeeds[] {
  const own = serviceOf(prefix)?.actions.filter(({ permissionOnly }) => permissionOnly !== true) ?? [];
  const listed = operationsOf(prefix).map(({ name }) => name);
  return [...new Set([...own.map(({ name }) => name), ...listed])]
    .sort()
    .map((name) => needsOf(prefix, name))
    .filter(({ name, permissions }) => permissions.some(({ action }) => action !== `${prefix}:${name}`));
}

function needsOf(prefix: string, name: string): OperationNeeds {
  const operation: ActionName = `${prefix}:${name}`;
  const ofCaller = requiredPermissions(operation, { conditional: true }) ?? [];
  const asked = ofCaller.filter(({ reason }) => reason === 'operation').map(({ action }) => action);
  const ofRole = dependentActions().filter(
    ({ action, holder }) => holder === 'role' && asked.includes(action),
  );
  return {
    service: prefix,
    name,
    url: referenceUrl({ kind: 'operation', name: operation }) ?? '',
    permissions: [
      ...ofCaller.map(needOf),
      ...ofRole.map(({ dependentAction, when }): NeededPermission => ({
        action: dependentAction,
        holder: 'role',
        ...(when === undefined ? { need: 'always' } : { need: 'thisCall', when }),
        conditions: {},
      })),
    ],
    source: getOperation(operation)?.source,
  };
}

function needOf({ action, need, when, whenResourceType, conditions }: RequiredPermission): NeededPermission {
  const words = when ?? (whenResourceType === undefined ? undefined : `the call names a ${whenResourceType}`);
  return { action, holder: 'caller', need, ...(words !== undefined && { when: words }), conditions };
}

/** The actions of a service that can take a role, of which no member that names it is known. */
export function otherRoleTakers(prefix: string): readonly ActionName[] {
  const known = new Set(roleParameters(prefix).map(({ operation }) => operation));
  return [...roleTakingActions()]
    .filter((action) => action.startsWith(`${prefix}:`) && !known.has(action))
    .sort();
}
