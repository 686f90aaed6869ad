import { requiredPermissions, type RequiredPermission } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
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
      table: {
        headings: ['ACTION', 'REASON', 'RESOURCES', 'CONDITIONS'],
        rows: permissions.map(rowOf),
      },
    });
    return EXIT_CODE.yes;
  },
});

function rowOf({
  action,
  reason,
  neededBy,
  whenResourceType,
  resources,
  conditions,
}: RequiredPermission): string[] {
  const when = whenResourceType === undefined ? '' : ` with a ${whenResourceType}`;
  const why = reason === 'operation' ? 'the operation itself' : `${reason} of ${neededBy}${when}`;
  const keys = Object.entries(conditions).map(([key, values]) => `${key}=${values.join(',')}`);
  return [action, why, resources.join(', '), keys.join(' ')];
}
