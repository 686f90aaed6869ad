import { actionsOfOperation, type NeededPermission, type OperationNeeds } from '@policywright/catalog';
import type { Cell, Item } from './page.ts';

type Rows = readonly (readonly Cell[])[];

/** Permissions that the same operations need for the same reason. */
interface Group {
  /** By name. */
  readonly operations: Map<string, Item>;
  readonly actions: readonly string[];
  readonly example: NeededPermission;
}

/**
 * Operations that ask for actions of other names, those of the same actions in one row.
 *
 * @returns rows of operations and actions; of several actions, a call asks for some.
 */
export function askRows(operations: readonly OperationNeeds[]): Rows {
  const groups = operations.flatMap((operation) => {
    const asked = operation.permissions.filter((permission) => isAsked(operation, permission));
    const isOther = asked.some(({ action }) => action !== `${operation.service}:${operation.name}`);
    return isOther ? groupsOf(operation, asked, () => '') : [];
  });
  return merged(groups).map(({ operations: names, actions }) => [[...names.values()], actions]);
}

/**
 * What operations need besides the actions that they ask for, in as few rows as say it: operations with the same need
 * share one, and permissions with the same reason.
 *
 * @returns rows of operations, permissions, who needs them and when.
 */
export function needRows(operations: readonly OperationNeeds[]): Rows {
  const groups = operations.flatMap((operation) => {
    const besides = operation.permissions.filter((permission) => !isAsked(operation, permission));
    return groupsOf(operation, besides, reasonOf);
  });
  return merged(groups).map(({ operations: names, actions, example }) => [
    [...names.values()],
    actions,
    example.holder === 'role' ? 'its role' : 'caller',
    wordsOf(example),
  ]);
}

function isAsked({ service, name }: OperationNeeds, { action, holder }: NeededPermission): boolean {
  return holder === 'caller' && actionsOfOperation(`${service}:${name}`).includes(action);
}

/** The permissions of one operation by their reason. */
function groupsOf(
  { name, url }: OperationNeeds,
  permissions: readonly NeededPermission[],
  reason: (permission: NeededPermission) => string,
): readonly Group[] {
  const groups = new Map<string, Group & { readonly actions: string[] }>();
  for (const permission of permissions) {
    const known = groups.get(reason(permission));
    if (known !== undefined) known.actions.push(permission.action);
    else {
      const operations = new Map([[name, { text: name, url }]]);
      groups.set(reason(permission), { operations, actions: [permission.action], example: permission });
    }
  }
  return [...groups.values()];
}

/** Groups of the same permissions and reason become one of all their operations. */
function merged(groups: readonly Group[]): readonly Group[] {
  const byNeed = new Map<string, Group>();
  for (const group of groups) {
    const need = [reasonOf(group.example), ...group.actions].join('\n');
    const known = byNeed.get(need);
    if (known === undefined) byNeed.set(need, group);
    else for (const [name, item] of group.operations) known.operations.set(name, item);
  }
  return [...byNeed.values()];
}

function reasonOf(permission: NeededPermission): string {
  return `${permission.holder}\n${wordsOf(permission)}`;
}

/** When a permission is needed, with the values that the request has; where roles stand, the part on roles says. */
function wordsOf({ action, need, when, conditions }: NeededPermission): string {
  const words = action === 'iam:PassRole' && need === 'thisCall' ? 'the request has a role' : (when ?? need);
  const values = Object.entries(conditions).map(([key, list]) => `${key} = ${list.join(' or ')}`);
  return [words, ...values].join('; ');
}
