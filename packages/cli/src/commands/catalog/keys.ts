import {
  closestNames,
  findConditionKey,
  getService,
  globalConditionKeys,
  type ConditionKey,
  type GlobalConditionKey,
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
    '`aws` lists the global keys, with the requests that have them and the callers that can have them.',
  ],
  examples: ['catalog keys ecs', 'catalog keys ecs:cluster', 'catalog keys aws'],
  run: async ({ options, operands: [name = ''], io }) => {
    const keys = keysOf(name);
    const headings = ['CONDITION KEY', 'TYPE', 'VALUES'];
    printAnswer(io, {
      format: options.format,
      json: keys,
      table: {
        headings: keys.some(isGlobal) ? [...headings, 'CALLERS', 'THERE WHEN'] : headings,
        rows: keys.map(rowOf),
      },
    });
    return EXIT_CODE.yes;
  },
});

function keysOf(name: string): readonly (ConditionKey | GlobalConditionKey)[] {
  if (name.toLowerCase() === 'aws') return globalConditionKeys;
  return name.includes(':') ? [keyOf(name)] : serviceOf(name).conditionKeys;
}

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

function rowOf(key: ConditionKey | GlobalConditionKey): string[] {
  const cells = [key.name, key.type, key.multivalued ? 'many' : 'one'];
  return isGlobal(key) ? [...cells, key.principals?.join(', ') ?? 'any', key.presence] : cells;
}

function isGlobal(key: ConditionKey): key is GlobalConditionKey {
  return 'presence' in key;
}
