import {
  globalConditionKeys,
  referencePages,
  referenceUrl,
  wordsFromName,
  type ConditionKey,
  type GlobalConditionKey,
} from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import type { Table } from '../../terminal/table.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { conditionKeyOf } from './conditionKeyOf.ts';
import { serviceOf } from './notFound.ts';

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
    const { keys, service, page } = foundFor(name);
    printAnswer(io, {
      format: options.format,
      json: keys.map((key) => ({
        ...key,
        wordsFromName: wordsFromName({ kind: 'conditionKey', name: key.name }),
        url: referenceUrl({
          kind: 'conditionKey',
          name: key.name,
          ...(service !== undefined && { service }),
        }),
      })),
      table: tableOf(io, keys),
      page,
    });
    return EXIT_CODE.yes;
  },
});

interface Found {
  readonly keys: readonly (ConditionKey | GlobalConditionKey)[];
  /** The service whose keys they are, where one was asked for. */
  readonly service?: string;
  /** What AWS says of them. */
  readonly page: string | undefined;
}

function foundFor(name: string): Found {
  if (name.toLowerCase() === 'aws') {
    const [page] = referenceUrl({ kind: 'conditionKey', name: 'aws:TagKeys' })?.split('#') ?? [];
    return { keys: globalConditionKeys, page };
  }
  if (name.includes(':')) {
    const key = conditionKeyOf(name);
    return { keys: [key], page: referenceUrl({ kind: 'conditionKey', name: key.name }) };
  }
  const { prefix, conditionKeys } = serviceOf(name);
  return { keys: conditionKeys, service: prefix, page: referencePages(prefix)[0]?.sections.conditionKeys };
}

/** What a terminal is too narrow for is under one another for a single key, and left out of lists. */
function tableOf(io: Io, keys: readonly (ConditionKey | GlobalConditionKey)[]): Table {
  const [key] = keys;
  const headings = ['CONDITION KEY', 'TYPE', 'VALUES'];
  if (key === undefined || !isGlobal(key)) return { headings, rows: keys.map(cellsOf) };
  if (!io.stdout.isTTY) return { headings: [...headings, 'CALLERS', 'THERE WHEN'], rows: keys.map(cellsOf) };
  if (keys.length > 1) {
    const rows = keys.map((item) => cellsOf(item).filter((_, column) => column !== 3));
    return { headings: [...headings, 'THERE WHEN'], rows };
  }
  const facts = ['condition key', 'type', 'values', 'callers', 'there when'];
  return { headings: ['FACT', 'VALUE'], rows: cellsOf(key).map((cell, index) => [facts[index] ?? '', cell]) };
}

function cellsOf(key: ConditionKey | GlobalConditionKey): string[] {
  const cells = [key.name, key.type, key.multivalued ? 'many' : 'one'];
  return isGlobal(key) ? [...cells, key.principals?.join(', ') ?? 'any', key.presence] : cells;
}

function isGlobal(key: ConditionKey): key is GlobalConditionKey {
  return 'presence' in key;
}
