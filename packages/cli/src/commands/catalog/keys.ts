import {
  closestNames,
  findConditionKey,
  getService,
  globalConditionKeys,
  type ConditionKey,
} from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from './format.ts';
import { notFound, serviceOf, suggest } from './notFound.ts';

/** `policywright catalog keys`. */
export const keysCommand: Command = defineCommand({
  summary: 'list the condition keys of a service, or look one up',
  operands: { label: 'SERVICE-or-KEY', least: 1, most: 1 },
  options: { format: FORMAT },
  notes: [
    'A key is found as policies have it, too: `aws:ResourceTag/team` finds `aws:ResourceTag/${TagKey}`.',
  ],
  examples: ['catalog keys ecs', 'catalog keys ecs:cluster'],
  run: async ({ options, operands: [name = ''], io }) => {
    const keys = name.includes(':') ? [keyOf(name)] : serviceOf(name).conditionKeys;
    printAnswer(io, {
      format: options.format,
      json: keys,
      table: { headings: ['CONDITION KEY', 'TYPE', 'VALUES'], rows: keys.map(rowOf) },
    });
    return EXIT_CODE.yes;
  },
});

function keyOf(name: string): ConditionKey {
  const key = findConditionKey(name);
  if (key !== undefined) return key;
  const own = getService(name.slice(0, name.indexOf(':')))?.conditionKeys ?? [];
  const known = [...own, ...globalConditionKeys];
  const closest = closestNames(
    name,
    known.map((candidate) => candidate.name),
  );
  throw notFound(`the catalog has no condition key \`${name}\``, suggest(closest));
}

function rowOf({ name, type, multivalued }: ConditionKey): string[] {
  return [name, type, multivalued ? 'many' : 'one'];
}
