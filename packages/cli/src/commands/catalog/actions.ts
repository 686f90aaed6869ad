import {
  canHaveKey,
  expandActions,
  getAction,
  referenceUrl,
  wordsFromName,
  type AccessLevel,
  type Action,
} from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import type { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import type { Io } from '../../io/io.ts';
import { shortList } from '../../terminal/shortList.ts';
import { conditionKeyOf } from './conditionKeyOf.ts';
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
    key: { value: 'KEY', description: 'only actions whose requests can carry this condition key' },
    'permission-only': { description: 'only actions whose name no API operation has' },
  },
  notes: [
    'PATTERN is an action as policies have it, with * and ? as wildcards; `ecs` alone stands for `ecs:*`.',
    'KEY is a condition key as the reference or a policy writes it: `aws:ResourceTag/${TagKey}`, `aws:ResourceTag/team`. What several options ask for must all hold.',
  ],
  examples: [
    'catalog actions ecs',
    "catalog actions 's3:*Object*'",
    'catalog actions ecs --level write --resource-type task',
    'catalog actions ecs --key aws:RequestTag/team',
  ],
  run: async ({ options, operands: [pattern = '*'], io }) => {
    const full = /[:*]/.test(pattern) ? pattern : `${pattern}:*`;
    const matched = expandActions(full).flatMap((name) => getAction(name) ?? []);
    if (matched.length === 0) noSuchAction(full);
    if (options.key !== undefined) conditionKeyOf(options.key);
    const actions = matched.filter((action) => fits(action, options));
    if (actions.length === 0) throw noneLeft(matched, options);
    printAnswer(io, {
      format: options.format,
      json: actions.map((action) => ({
        ...action,
        wordsFromName: wordsFromName({ kind: 'action', name: action.fullName }),
        url: referenceUrl({ kind: 'action', name: action.fullName }),
      })),
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

/** What was asked of the actions. */
interface Filter {
  readonly level: keyof typeof LEVELS | undefined;
  readonly 'resource-type': string | undefined;
  readonly key: string | undefined;
  readonly 'permission-only': boolean;
}

function fits(action: Action, { level, key, ...others }: Filter): boolean {
  const type = others['resource-type']?.toLowerCase();
  return (
    (level === undefined || action.accessLevels.includes(LEVELS[level])) &&
    (type === undefined || typesOf(action).some((name) => name.toLowerCase() === type)) &&
    (key === undefined || canHaveKey(action.fullName, key)) &&
    (!others['permission-only'] || action.permissionOnly === true)
  );
}

function typesOf({ resourceTypes }: Action): readonly string[] {
  return resourceTypes.map(({ name }) => name);
}

function noneLeft(matched: readonly Action[], { 'resource-type': type, ...others }: Filter): CommandError {
  const known = [...new Set(matched.flatMap(typesOf))];
  const isKnown = type === undefined || known.some((name) => name.toLowerCase() === type.toLowerCase());
  const help = isKnown ? undefined : `their resource types are ${shortList(known, 20)}`;
  const given = [
    ...(others.level === undefined ? [] : [`is of the level \`${others.level}\``]),
    ...(type === undefined ? [] : [`takes a \`${type}\``]),
    ...(others.key === undefined ? [] : [`can have \`${others.key}\``]),
    ...(others['permission-only'] ? ['is permission only'] : []),
  ];
  return notFound(`none of the ${matched.length} actions ${given.join(' and ')}`, help);
}

function rowOf(io: Io, { fullName, accessLevels, resourceTypes }: Action): string[] {
  const types = resourceTypes.map(({ name, required }) => (required ? name : `${name}?`));
  const shown = io.stdout.isTTY ? shortList(types, MOST_TYPES) : types.join(', ');
  return [fullName, accessLevels.join(', '), types.length === 0 ? '*' : shown];
}
