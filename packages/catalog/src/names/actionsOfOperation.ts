import { allServices, serviceOf } from '../_internals/registry.ts';
import { getAction } from '../lookup/getAction.ts';
import type { ActionName } from '../model/action.ts';
import { operationActions } from '../overlays/operationActions.ts';
import { prefixesOf } from '../overlays/prefixAliases.ts';

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

/** The prefix itself where it is one, and those that it stands for. */
export function prefixesMeant(text: string): readonly string[] {
  const own = serviceOf(text.toLowerCase());
  return own === undefined ? prefixesOf(text) : [own.prefix, ...prefixesOf(text)];
}

function actionsIn(prefix: string, name: string): readonly ActionName[] {
  const action = serviceOf(prefix)?.actionTable.get(name);
  return action === undefined ? operationActions(prefix, name) : [action.fullName];
}
