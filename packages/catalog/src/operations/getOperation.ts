import { serviceOf } from '../_internals/registry.ts';
import type { Action, ActionName } from '../model/action.ts';
import type { Operation, OperationPermission } from '../model/operation.ts';
import { prefixesMeant } from '../overlays/prefixesMeant.ts';
import { citeOperations } from './_internals/operationSources.ts';
import {
  operationTable,
  type AskedAction,
  type OperationRow,
  type OperationTable,
} from './_internals/operationTable.ts';
import { isClient, rowsNamed } from './_internals/rowsNamed.ts';

/**
 * Looks up an API operation, with the actions for which AWS authorises it.
 *
 * AWS's tables say what an operation may be authorised for; when it is, says `need` of each action. What a service does
 * in the caller's name (forward access sessions) is not among them.
 *
 * @param name - an operation in any letter case, with the prefix of its service or the id of its SDK client:
 * `ecs:RunTask`, `s3:ListObjectsV2`, `elbv2:CreateLoadBalancer`.
 * @returns `undefined` where no table has the operation and no action, but a permission-only one, has its name.
 */
export function getOperation(name: string): Operation | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) return undefined;
  const client = name.slice(0, colon);
  for (const prefix of prefixesMeant(client)) {
    const found = operationIn(prefix, client, name.slice(colon + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Lists the operations of a service that ask for more than, or other than, the action of their name: of all others that
 * action alone is known.
 *
 * @param prefix - the prefix of the service in any letter case.
 * @returns in the order of AWS's pages; empty for a service that the catalog does not have.
 */
export function operationsOf(prefix: string): readonly Operation[] {
  const service = serviceOf(prefix.toLowerCase());
  if (service === undefined) return [];
  const { rows } = operationTable(service.prefix);
  const onPages = new Set(rows.filter(({ page }) => page !== '').map(({ name }) => name));
  return rows
    .filter(({ page, name }) => page !== '' || !onPages.has(name))
    .map((row) => listedOperation(service.prefix, row, rows));
}

function operationIn(prefix: string, client: string, name: string): Operation | undefined {
  const named = rowsNamed(prefix, client, name);
  if (named !== undefined) return listedOperation(prefix, named.row, named.rows);
  const action = serviceOf(prefix)?.actionTable.get(name);
  return action === undefined || action.permissionOnly === true
    ? undefined
    : namedOperation(action, client, operationTable(prefix));
}

/** @param rows - those of the same name: what no page has adds to what a page has. */
function listedOperation(prefix: string, row: OperationRow, rows: readonly OperationRow[]): Operation {
  const shown = new Set(row.actions.map(({ action }) => action));
  const more = rows
    .filter((one) => one.page === '' && one.name === row.name)
    .flatMap(({ actions }) => actions.filter(({ action }) => !shown.has(action)));
  return {
    service: prefix,
    name: row.name,
    client: row.client === '' ? undefined : row.client,
    permissions: [
      ...(row.own ? [ownPermission(`${prefix}:${row.name}`)] : []),
      ...[...row.actions, ...more].map(permissionOf),
    ],
    source: row.page === '' ? undefined : citeOperations(row),
  };
}

/** An operation that stands in no table, or would stand there with its own action alone. */
function namedOperation(action: Action, client: string, { pages }: OperationTable): Operation {
  const page = pages.find((one) => isClient(one.page, client)) ?? pages[0];
  return {
    service: action.service,
    name: action.name,
    client: undefined,
    permissions: [ownPermission(action.fullName)],
    source: page?.whole === true ? citeOperations(page) : undefined,
  };
}

function ownPermission(action: ActionName): OperationPermission {
  return { action, need: 'always', members: [], unless: [], conditions: {} };
}

function permissionOf({ action, need, members, unless, passedTo }: AskedAction): OperationPermission {
  return {
    action,
    need,
    members: members.map(({ name }) => name),
    unless,
    conditions: passedTo.length === 0 ? {} : { 'iam:PassedToService': passedTo },
  };
}
