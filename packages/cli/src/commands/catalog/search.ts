import { referenceUrl, search } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { KIND_WORDS } from './kindWords.ts';
import { notFound } from './notFound.ts';

/** `policywright catalog search`. */
export const searchCommand: Command = defineCommand({
  summary: 'search services, actions, resource types and condition keys for words',
  operands: { label: 'WORD...', least: 1 },
  options: { format: FORMAT },
  notes: ['Words may stand in any order, be cut short or misspelt. The nearest come first.'],
  examples: ['catalog search run task', 'catalog search dynamo table'],
  run: async ({ options, operands, io }) => {
    const text = operands.join(' ');
    const hits = search(text);
    if (hits.length === 0) throw notFound(`nothing in the catalog is like \`${text}\``, undefined);
    printAnswer(io, {
      format: options.format,
      json: hits.map((hit) => ({ ...hit, url: referenceUrl(hit) })),
      table: { headings: ['KIND', 'NAME'], rows: hits.map(({ kind, name }) => [KIND_WORDS[kind], name]) },
    });
    return EXIT_CODE.yes;
  },
});
