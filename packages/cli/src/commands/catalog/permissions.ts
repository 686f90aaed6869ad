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
    'OPERATION is an API operation or an action: `s3:ListObjectsV2`, `s3:ListBucket`; the id of an SDK client may stand for the prefix, and the prefix may be left out where one service alone has the operation. Of an operation that asks for other actions by what is in the request, all are listed. NEED says whether every call needs it (`always`), one of which WHEN tells (`thisCall`), or perhaps: AWS says that it may.',
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
        : {
            headings: ['ACTION', 'REASON', 'RESOURCES', 'CONDITIONS', 'WHEN', 'NEED'],
            rows: permissions.map(rowOf),
          },
    });
    return EXIT_CODE.yes;
  },
});

function permissionsOf(operation: string, options: OperationOptions): readonly RequiredPermission[] {
  if (operation.includes(':')) return requiredPermissions(operation, options) ?? noSuchAction(operation);
  const prefixes = [...new Set(actionsOfOperation(operation).map((action) => action.split(':')[0]))];
  if (prefixes.length > 1) throw ambiguous(operation, prefixes);
  return requiredPermissions(`${prefixes[0]}:${operation}`, options) ?? noSuchAction(operation);
}

function ambiguous(operation: string, prefixes: readonly (string | undefined)[]): CommandError {
  const actions = prefixes.map((prefix) => `\`${prefix}:${operation}\``);
  const list = actions.length > MOST_SERVICES ? shortList(actions, MOST_SERVICES) : actions.join(' or ');
  return notFound(`${prefixes.length} services have an operation \`${operation}\``, `did you mean ${list}?`);
}

function listOf(option: string): readonly string[] {
  return option.split(',').filter((arn) => arn !== '');
}

function rowOf(permission: RequiredPermission): string[] {
  const { action, need, resources, conditions, when } = permission;
  const keys = Object.entries(conditions).map(([key, values]) => `${key}=${values.join(',')}`);
  return [action, reasonOf(permission), resources.join(', '), keys.join(' '), when ?? '', need];
}

/** One line for each resource and condition, since together they are wider than terminals are. */
function linesOf(io: Io, permission: RequiredPermission): string[][] {
  const { action, resources, conditions } = permission;
  return [
    [action, reasonOf(permission)],
    ...whenOf(permission),
    ...resources.slice(0, MOST_RESOURCES).map((resource) => ['  on', arnFormatFor(io, resource)]),
    ...(resources.length > MOST_RESOURCES
      ? [['  on', `and ${resources.length - MOST_RESOURCES} more, which \`--format json\` lists`]]
      : []),
    ...Object.entries(conditions).flatMap(([key, values]) =>
      values.map((value) => ['  if', `${key} = ${value}`]),
    ),
  ];
}

function whenOf({ need, when, members: [first, ...others] }: RequiredPermission): string[][] {
  if (need === 'always') return [];
  if (first !== undefined)
    return [['  when', `the request has \`${first}\``], ...others.map((member) => ['  or', `\`${member}\``])];
  if (when !== undefined) return [['  when', when]];
  return need === 'perhaps' ? [['  when', 'in some calls; AWS does not say in which']] : [];
}

function reasonOf({ reason, neededBy, whenResourceType }: RequiredPermission): string {
  const when = whenResourceType === undefined ? '' : ` with a ${whenResourceType}`;
  return reason === 'operation' ? 'the operation itself' : `${reason} of ${neededBy}${when}`;
}
