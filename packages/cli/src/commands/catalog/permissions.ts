import {
  actionsOfOperation,
  requiredPermissions,
  type OperationOptions,
  type RequiredPermission,
} from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import type { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { shortList } from '../../terminal/shortList.ts';
import { arnFormatFor } from './arnFormat.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { noSuchAction, notFound } from './notFound.ts';

/** As many services and resources as fit a screen. */
const MOST_SERVICES = 4;
const MOST_RESOURCES = 12;

/** `policywright catalog permissions`. */
export const permissionsCommand: Command = defineCommand({
  summary: 'list the permissions that the caller of an operation needs',
  operands: { label: 'OPERATION', least: 1, most: 1 },
  options: {
    format: FORMAT,
    tags: { description: 'the call passes tags' },
    roles: { value: 'ARN,ARN', description: 'ARNs of the roles that the call passes' },
    'kms-keys': { value: 'ARN,ARN', description: 'ARNs of the customer managed keys that encrypt its data' },
    conditional: { description: 'what only some calls need too, and which calls' },
  },
  notes: [
    'OPERATION is an API operation or an action: `s3:ListObjectsV2`, `s3:ListBucket`; the id of an SDK client may stand for the prefix, and the prefix may be left out where one service alone has the operation. Of an operation that asks for other actions by what is in the request, all are listed.',
  ],
  examples: [
    'catalog permissions ecs:RunTask',
    'catalog permissions ListObjectsV2',
    'catalog permissions ecs:CreateService --tags',
    'catalog permissions s3:PutObject --conditional',
  ],
  run: async ({ options, operands: [operation = ''], io }) => {
    const { tags, conditional, roles, 'kms-keys': kmsKeys } = options;
    const permissions = permissionsOf(operation, {
      tags,
      conditional,
      ...(roles !== undefined && { roles: listOf(roles) }),
      ...(kmsKeys !== undefined && { kmsKeys: listOf(kmsKeys) }),
    });
    printAnswer(io, {
      format: options.format,
      json: permissions,
      table: io.stdout.isTTY
        ? {
            headings: ['PERMISSION', 'WHY, ON WHAT, IF'],
            rows: permissions.flatMap((row) => linesOf(io, row)),
          }
        : { headings: ['ACTION', 'REASON', 'RESOURCES', 'CONDITIONS', 'WHEN'], rows: permissions.map(rowOf) },
    });
    return EXIT_CODE.yes;
  },
});

function permissionsOf(operation: string, options: OperationOptions): readonly RequiredPermission[] {
  const actions = actionsOfOperation(operation);
  if (actions.length === 0) noSuchAction(operation);
  const prefixes = new Set(actions.map((action) => action.slice(0, action.indexOf(':'))));
  if (prefixes.size > 1) throw ambiguous(operation, [...prefixes]);
  const needed = actions.flatMap((action) => requiredPermissions(action, options) ?? []);
  // The first of an action stays: two actions of one operation can need the same.
  return [...new Map(needed.toReversed().map((one) => [one.action, one])).values()].toReversed();
}

function ambiguous(operation: string, prefixes: readonly string[]): CommandError {
  const actions = prefixes.map((prefix) => `\`${prefix}:${operation}\``);
  const list = actions.length > MOST_SERVICES ? shortList(actions, MOST_SERVICES) : actions.join(' or ');
  return notFound(`${prefixes.length} services have an operation \`${operation}\``, `did you mean ${list}?`);
}

function listOf(option: string): readonly string[] {
  return option.split(',').filter((arn) => arn !== '');
}

function rowOf(permission: RequiredPermission): string[] {
  const { action, resources, conditions, when } = permission;
  const keys = Object.entries(conditions).map(([key, values]) => `${key}=${values.join(',')}`);
  return [action, reasonOf(permission), resources.join(', '), keys.join(' '), when ?? ''];
}

/** One line for each resource and condition, since together they are wider than terminals are. */
function linesOf(io: Io, permission: RequiredPermission): string[][] {
  const { action, resources, conditions } = permission;
  return [
    [action, reasonOf(permission)],
    ...(permission.when === undefined ? [] : [['  when', permission.when]]),
    ...resources.slice(0, MOST_RESOURCES).map((resource) => ['  on', arnFormatFor(io, resource)]),
    ...(resources.length > MOST_RESOURCES
      ? [['  on', `and ${resources.length - MOST_RESOURCES} more, which \`--format json\` lists`]]
      : []),
    ...Object.entries(conditions).flatMap(([key, values]) =>
      values.map((value) => ['  if', `${key} = ${value}`]),
    ),
  ];
}

function reasonOf({ reason, neededBy, whenResourceType }: RequiredPermission): string {
  const when = whenResourceType === undefined ? '' : ` with a ${whenResourceType}`;
  return reason === 'operation' ? 'the operation itself' : `${reason} of ${neededBy}${when}`;
}
