import { requiredPermissions, type RequiredPermission } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { arnFormatFor } from './arnFormat.ts';
import { FORMAT, printAnswer } from './format.ts';
import { noSuchAction } from './notFound.ts';

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
  examples: [
    'catalog permissions ecs:RunTask',
    'catalog permissions ecs:CreateService --tags',
    'catalog permissions s3:PutObject --conditional',
  ],
  run: async ({ options, operands: [operation = ''], io }) => {
    const { tags, conditional, roles, 'kms-keys': kmsKeys } = options;
    const permissions =
      requiredPermissions(operation, {
        tags,
        conditional,
        ...(roles !== undefined && { roles: listOf(roles) }),
        ...(kmsKeys !== undefined && { kmsKeys: listOf(kmsKeys) }),
      }) ?? noSuchAction(operation);
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
    ...resources.map((resource) => ['  on', arnFormatFor(io, resource)]),
    ...Object.entries(conditions).flatMap(([key, values]) =>
      values.map((value) => ['  if', `${key} = ${value}`]),
    ),
  ];
}

function reasonOf({ reason, neededBy, whenResourceType }: RequiredPermission): string {
  const when = whenResourceType === undefined ? '' : ` with a ${whenResourceType}`;
  return reason === 'operation' ? 'the operation itself' : `${reason} of ${neededBy}${when}`;
}
