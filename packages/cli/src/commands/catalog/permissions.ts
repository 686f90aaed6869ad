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
  },
  examples: ['catalog permissions ecs:RunTask', 'catalog permissions ecs:CreateService --tags'],
  run: async ({ options, operands: [operation = ''], io }) => {
    const roles = options.roles?.split(',').filter((role) => role !== '');
    const permissions =
      requiredPermissions(operation, { tags: options.tags, ...(roles !== undefined && { roles }) }) ??
      noSuchAction(operation);
    printAnswer(io, {
      format: options.format,
      json: permissions,
      table: io.stdout.isTTY
        ? {
            headings: ['PERMISSION', 'WHY, ON WHAT, IF'],
            rows: permissions.flatMap((row) => linesOf(io, row)),
          }
        : { headings: ['ACTION', 'REASON', 'RESOURCES', 'CONDITIONS'], rows: permissions.map(rowOf) },
    });
    return EXIT_CODE.yes;
  },
});

function rowOf(permission: RequiredPermission): string[] {
  const { action, resources, conditions } = permission;
  const keys = Object.entries(conditions).map(([key, values]) => `${key}=${values.join(',')}`);
  return [action, reasonOf(permission), resources.join(', '), keys.join(' ')];
}

/** One line for each resource and condition, since together they are wider than terminals are. */
function linesOf(io: Io, permission: RequiredPermission): string[][] {
  const { action, resources, conditions } = permission;
  return [
    [action, reasonOf(permission)],
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
