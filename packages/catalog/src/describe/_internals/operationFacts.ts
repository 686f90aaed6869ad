import type { ActionName } from '../../model/action.ts';
import type { NeededPermission, OperationNeeds, PassedRole } from '../../model/serviceDescription.ts';
import { actionsOfOperation } from '../../names/actionsOfOperation.ts';
import { dependentActions } from '../../overlays/dependentActions.ts';
import { differingOperations } from '../../overlays/operationActions.ts';
import { passRoleOperations } from '../../overlays/passRoleOperations.ts';
import { roleTakingActions } from '../../overlays/roleTakingActions.ts';
import { requiredPermissions } from '../../permissions/requiredPermissions.ts';
import type { RequiredPermission } from '../../permissions/requiredPermissions.ts';
import { referenceUrl } from '../../reference/referenceUrl.ts';
import { serviceOf } from '../../_internals/registry.ts';

/** The operations of a service that need more or others than the action of their name, sorted by name. */
export function operationNeeds(prefix: string): readonly OperationNeeds[] {
  const own = serviceOf(prefix)?.actions.filter(({ permissionOnly }) => permissionOnly !== true) ?? [];
  const names = new Set([...own.map(({ name }) => name), ...differingOperations(prefix)]);
  return [...names]
    .sort()
    .map((name) => ({
      service: prefix,
      name,
      url: referenceUrl({ kind: 'operation', name: `${prefix}:${name}` }) ?? '',
      permissions: needsOf(`${prefix}:${name}`),
    }))
    .filter(({ name, permissions }) => permissions.some(({ action }) => action !== `${prefix}:${name}`));
}

function needsOf(operation: string): readonly NeededPermission[] {
  const actions = actionsOfOperation(operation);
  const ofCaller = actions.flatMap((action) => requiredPermissions(action, { conditional: true }) ?? []);
  const first = new Map(ofCaller.toReversed().map((one) => [one.action, one]));
  const ofRole = dependentActions().filter(
    ({ action, holder }) => holder === 'role' && actions.includes(action),
  );
  return [
    ...[...first.values()].toReversed().map((one) => needOf(one, actions.length)),
    ...ofRole.map(({ dependentAction, when }): NeededPermission => ({
      action: dependentAction,
      holder: 'role',
      ...(when === undefined ? { need: 'always' } : { need: 'thisCall', when }),
      conditions: {},
    })),
  ];
}

/** Of several actions of one operation, and of what the reference lists beside one, a call need not ask for each. */
function needOf(
  { action, reason, when, whenResourceType, conditions }: RequiredPermission,
  actions: number,
): NeededPermission {
  const words = when ?? (whenResourceType === undefined ? undefined : `the call names a ${whenResourceType}`);
  const isCertain = reason === 'operation' && actions === 1;
  return {
    action,
    holder: 'caller',
    ...(words === undefined ? { need: isCertain ? 'always' : 'perhaps' } : { need: 'thisCall', when: words }),
    conditions,
  };
}

/** The roles that operations of a service pass, those first of which the parameter is known. */
export function roleParameters(prefix: string): readonly PassedRole[] {
  const isOwn = (action: ActionName): boolean => action.startsWith(`${prefix}:`);
  const known = new Map<string, PassedRole>();
  for (const { action, parameter, passedToService, source } of passRoleOperations) {
    if (!isOwn(action)) continue;
    const services = known.get(`${action} ${parameter}`)?.passedToServices ?? [];
    const passedToServices = [...services, passedToService];
    known.set(`${action} ${parameter}`, { action, parameter, passedToServices, source });
  }
  const listed = new Set([...known.values()].map(({ action }) => action));
  const others = [...roleTakingActions()].filter((action) => isOwn(action) && !listed.has(action)).sort();
  return [
    ...known.values(),
    ...others.map((action) => ({ action, parameter: undefined, passedToServices: [], source: undefined })),
  ];
}
