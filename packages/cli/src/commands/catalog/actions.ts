import { expandActions, getAction, type Action } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from './format.ts';
import { noSuchAction } from './notFound.ts';

/** `policywright catalog actions`. */
export const actionsCommand: Command = defineCommand({
  summary: 'list the actions that a pattern matches',
  operands: { label: 'PATTERN', least: 1, most: 1 },
  options: { format: FORMAT },
  notes: [
    'PATTERN is an action as policies have it, with * and ? as wildcards; `ecs` alone stands for `ecs:*`.',
  ],
  examples: ['catalog actions ecs', "catalog actions 's3:*Object*'"],
  run: async ({ options, operands: [pattern = '*'], io }) => {
    const full = /[:*]/.test(pattern) ? pattern : `${pattern}:*`;
    const actions = expandActions(full).flatMap((name) => getAction(name) ?? []);
    if (actions.length === 0) noSuchAction(full);
    printAnswer(io, {
      format: options.format,
      json: actions,
      table: { headings: ['ACTION', 'ACCESS LEVEL', 'RESOURCE TYPES'], rows: actions.map(rowOf) },
    });
    return EXIT_CODE.yes;
  },
});

function rowOf({ fullName, accessLevels, resourceTypes }: Action): string[] {
  const types = resourceTypes.map(({ name, required }) => (required ? name : `${name}?`));
  return [fullName, accessLevels.join(', '), types.length === 0 ? '*' : types.join(', ')];
}
