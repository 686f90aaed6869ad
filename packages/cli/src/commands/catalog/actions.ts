import { expandActions, getAction, type AccessLevel, type Action } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import type { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import type { Io } from '../../io/io.ts';
import { shortList } from '../../terminal/shortList.ts';
import { noSuchAction, notFound } from './notFound.ts';

/** As many resource types as fit a line of a terminal. */
const MOST_TYPES = 4;

/** `policywright catalog actions`. */
export const actionsCommand: Command = defineCommand({
  summary: 'list the actions that a pattern matches',
  operands: { label: 'PATTERN', least: 1, most: 1 },
  options: {
    format: FORMAT,
    level: {
      value: 'LEVEL',
      choices: ['list', 'read', 'write', 'permissions-management', 'tagging'],
      description: 'only actions of this access level',
    },
    'resource-type': { value: 'TYPE', description: 'only actions that take resources of this type' },
  },
  notes: [
    'PATTERN is an action as policies have it, with * and ? as wildcards; `ecs` alone stands for `ecs:*`.',
  ],
  examples: [
    'catalog actions ecs',
    "catalog actions 's3:*Object*'",
    'catalog actions ecs --level write --resource-type task',
  ],
  run: async ({ options, operands: [pattern = '*'], io }) => {
    const full = /[:*]/.test(pattern) ? pattern : `${pattern}:*`;
    const matched = expandActions(full).flatMap((name) => getAction(name) ?? []);
    if (matched.length === 0) noSuchAction(full);
    const { level, 'resource-type': type } = options;
    const actions = matched.filter(
      (action) =>
        (level === undefined || action.accessLevels.includes(LEVELS[level])) &&
        (type === undefined || typesOf(action).some((name) => name.toLowerCase() === type.toLowerCase())),
    );
    if (actions.length === 0) throw noneLeft(matched, type);
    printAnswer(io, {
      format: options.format,
      json: actions,
      table: {
        headings: ['ACTION', 'ACCESS LEVEL', 'RESOURCE TYPES'],
        rows: actions.map((action) => rowOf(io, action)),
      },
    });
    return EXIT_CODE.yes;
  },
});

const LEVELS = {
  list: 'List',
  read: 'Read',
  write: 'Write',
  'permissions-management': 'Permissions management',
  tagging: 'Tagging',
} as const satisfies Readonly<Record<string, AccessLevel>>;

function typesOf({ resourceTypes }: Action): readonly string[] {
  return resourceTypes.map(({ name }) => name);
}

function noneLeft(matched: readonly Action[], type: string | undefined): CommandError {
  const known = [...new Set(matched.flatMap(typesOf))];
  const isKnown = type === undefined || known.some((name) => name.toLowerCase() === type.toLowerCase());
  const help = isKnown ? undefined : `their resource types are ${shortList(known, 20)}`;
  return notFound(`none of the ${matched.length} actions is of this access level and resource type`, help);
}

function rowOf(io: Io, { fullName, accessLevels, resourceTypes }: Action): string[] {
  const types = resourceTypes.map(({ name, required }) => (required ? name : `${name}?`));
  const shown = io.stdout.isTTY ? shortList(types, MOST_TYPES) : types.join(', ');
  return [fullName, accessLevels.join(', '), types.length === 0 ? '*' : shown];
}
