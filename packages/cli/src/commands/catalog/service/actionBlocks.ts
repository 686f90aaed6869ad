import type { ServiceDescription } from '@policywright/catalog';
import { facts, table } from './block.ts';
import { askRows, needRows } from './needRows.ts';
import type { Block, Medium } from './page.ts';

/** How many of the patterns of verbs are worth a look. */
const MOST_PATTERNS = 6;

/** The actions of a service: how to name them, by access level, and what operations need besides. */
export function actionBlocks({ prefix, actions }: ServiceDescription, medium: Medium): readonly Block[] {
  const { all, byAccessLevel, wildcards, wildcardOnly, permissionOnly, operations } = actions;
  return [
    ...facts(
      ['all', `${prefix}:* (${all.length})`],
      [
        'patterns',
        wildcards.slice(0, MOST_PATTERNS).map(({ pattern, actions: count }) => `${pattern} (${count})`),
      ],
      [`only on * (${wildcardOnly.length})`, bareNames(wildcardOnly, prefix)],
      [`permission only (${permissionOnly.length})`, bareNames(permissionOnly, prefix)],
    ),
    ...table(
      ['ACCESS LEVEL', 'COUNT', 'ACTIONS'],
      byAccessLevel.map((level) => [
        level.accessLevel,
        String(level.actions.length),
        bareNames(level.actions, prefix),
      ]),
    ),
    ...(medium === 'screen' ? [] : allActions(actions)),
    ...table(['OPERATIONS', 'ASK FOR'], askRows(operations)),
    ...table(['OPERATIONS', 'NEED BESIDES', 'FOR', 'WHEN'], needRows(operations)),
  ];
}

function allActions({ all }: ServiceDescription['actions']): readonly Block[] {
  return table(
    ['ACTION', 'WORDS MADE FROM THE NAME', 'ACCESS LEVEL', 'RESOURCE TYPES', 'CONDITION KEYS'],
    all.map(({ name, wordsFromName, url, accessLevels, resourceTypes, wildcardOnly, conditionKeys }) => [
      { text: name, url },
      wordsFromName,
      accessLevels,
      wildcardOnly ? '*' : resourceTypes.map((type) => (type.required ? type.name : `${type.name}?`)),
      conditionKeys,
    ]),
  );
}

/** The names of actions without the prefix that all of them have. */
export function bareNames(actions: readonly string[], prefix: string): readonly string[] {
  return actions.map((action) => bareName(action, prefix));
}

/** The name of an action without the prefix of its service. */
export function bareName(action: string, prefix: string): string {
  return action.startsWith(`${prefix}:`) ? action.slice(prefix.length + 1) : action;
}
