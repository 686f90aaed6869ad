import { allServices, serviceOf } from '../_internals/registry.ts';
import { getAction } from '../lookup/getAction.ts';
import { isTagging } from '../lookup/isTagging.ts';
import type { ActionName } from '../model/action.ts';
import { rowsNamed } from '../operations/_internals/rowsNamed.ts';
import { prefixesMeant } from '../overlays/prefixesMeant.ts';

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
    const actions = allServices().flatMap(({ prefix }) => actionsIn(prefix, prefix, name));
    return actions.filter((action) => getAction(action)?.permissionOnly !== true);
  }
  const client = operation.slice(0, colon);
  for (const prefix of prefixesMeant(client)) {
    const found = actionsIn(prefix, client, name);
    if (found.length > 0) return found;
  }
  return [];
}

/** Of an operation without an action of its name, what every call asks for, or else what its requests can ask for. */
function actionsIn(prefix: string, client: string, name: string): readonly ActionName[] {
  const own = serviceOf(prefix)?.actionTable.get(name);
  if (own !== undefined) return [own.fullName];
  const row = rowsNamed(prefix, client, name)?.row;
  if (row === undefined) return [];
  const asked = row.actions.filter(({ action }) => action !== 'iam:PassRole' && !isTagging(action));
  const main = asked.filter(({ need, unless }) => need === 'always' || unless.length > 0);
  const some = main.length > 0 ? main : asked.filter(({ need }) => need === 'thisCall');
  if (some.length > 0) return some.map(({ action }) => action);
  if (asked.length > 0) return asked.map(({ action }) => action);
  return row.actions.map(({ action }) => action);
}
