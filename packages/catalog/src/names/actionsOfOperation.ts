import { allServices, serviceOf } from '../_internals/registry.ts';
import { getAction } from '../lookup/getAction.ts';
import type { ActionName } from '../model/action.ts';
import { operationTable } from '../operations/_internals/operationTable.ts';
import { prefixesMeant } from './_internals/prefixesMeant.ts';

/**
 * Finds the actions that AWS authorises for an API operation: the one that has its name, or where the names differ the
 * others, as `s3:ListBucket` for `ListObjectsV2`. What the caller needs besides, `requiredPermissions` has.
 *
 * @param operation - an operation in any letter case, with the prefix of its service or the id of its SDK client, or
 * without: `s3:ListObjectsV2`, `efs:CreateFileSystem`, `ListObjectsV2`.
 * @returns full names; of all services that have the operation where none is named; empty where nothing is known.
 */
export function actionsOfOperation(operation: string): readonly ActionName[] {
  const colon = operation.indexOf(':');
  const name = operation.slice(colon + 1);
  if (colon < 0) {
    const actions = allServices().flatMap(({ prefix }) => actionsIn(prefix, name));
    return actions.filter((action) => getAction(action)?.permissionOnly !== true);
  }
  for (const prefix of prefixesMeant(operation.slice(0, colon))) {
    const found = actionsIn(prefix, name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Of an operation without an action of its name, what every call asks for, or else what its requests can ask for. */
function actionsIn(prefix: string, name: string): readonly ActionName[] {
  const own = serviceOf(prefix)?.actionTable.get(name);
  if (own !== undefined) return [own.fullName];
  const wanted = name.toLowerCase();
  const row = operationTable(prefix).rows.find((one) => one.name.toLowerCase() === wanted);
  if (row === undefined) return [];
  const asked = row.actions.filter(({ action }) => action !== 'iam:PassRole' && !isTagging(action));
  for (const need of ['always', 'thisCall', 'perhaps']) {
    const actions = asked.filter((one) => one.need === need).map(({ action }) => action);
    if (actions.length > 0) return actions;
  }
  return row.actions.map(({ action }) => action);
}

function isTagging(action: ActionName): boolean {
  return getAction(action)?.accessLevels.includes('Tagging') === true;
}
