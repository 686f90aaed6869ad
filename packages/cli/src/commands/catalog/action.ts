import {
  dependentActions,
  getAction,
  referenceUrl,
  wordsFromName,
  type Action,
  type DependentAction,
} from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { noSuchAction } from './notFound.ts';

/** `policywright catalog action`. */
export const actionCommand: Command = defineCommand({
  summary: 'tell all about one action',
  operands: { label: 'NAME', least: 1, most: 1 },
  options: { format: FORMAT },
  examples: ['catalog action ecs:RunTask'],
  run: async ({ options, operands: [name = ''], io }) => {
    const action = getAction(name) ?? noSuchAction(name);
    const url = referenceUrl({ kind: 'action', name: action.fullName }) ?? '';
    const curated = dependentActions().filter((fact) => fact.action === action.fullName);
    printAnswer(io, {
      format: options.format,
      json: {
        ...action,
        wordsFromName: wordsFromName({ kind: 'action', name: action.fullName }),
        url,
        curatedDependentActions: curated,
      },
      table: {
        headings: ['FACT', 'VALUE'],
        rows: [
          ...rowsOf(action),
          ...curated.flatMap(curatedRowsOf),
          // A terminal could cut it off.
          ...(io.stdout.isTTY ? [] : [["AWS's page", url]]),
        ],
      },
      page: url,
    });
    return EXIT_CODE.yes;
  },
});

function rowsOf(action: Action): string[][] {
  const { dependentActions, permissionOnly } = action;
  return [
    ['action', action.fullName],
    ['words made from the name', wordsFromName({ kind: 'action', name: action.fullName })],
    ['access level', action.accessLevels.join(', ')],
    ...(permissionOnly === true ? [['kind', 'permission only: no API operation has this name']] : []),
    ...(action.wildcardOnly ? [['resource', '* only']] : []),
    ...action.resourceTypes.flatMap(({ name, required, conditionKeys, dependentActions: dependents }) => [
      [required ? 'resource' : 'resource (optional)', name],
      ...conditionKeys.map((key) => [`  key for ${name}`, key]),
      ...dependents.map((dependent) => [`  needs with ${name}`, dependent]),
    ]),
    ...action.conditionKeys.map((key) => ['condition key', key]),
    ...(dependentActions ?? []).map((dependent) => ['needs too', dependent]),
    ...(dependentActions === undefined
      ? [['needs too', 'not known: the action is newer than the source of this fact']]
      : []),
  ];
}

/** The catalog's own facts say more than the reference does: who needs the action, on what, and when. */
function curatedRowsOf({ dependentAction, holder, resource, when, source }: DependentAction): string[][] {
  return [
    [holder === 'caller' ? 'needs too' : 'its role needs', dependentAction],
    ['  on', resource],
    ...(when === undefined ? [] : [['  when', when]]),
    ['  source', `${source.page} (${source.checked ? 'checked' : 'unchecked'}, ${source.recorded})`],
  ];
}
