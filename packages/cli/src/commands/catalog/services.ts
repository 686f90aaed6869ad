import { referenceUrl, services } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { notFound } from './notFound.ts';

/** `policywright catalog services`. */
export const servicesCommand: Command = defineCommand({
  summary: 'list the services, or those whose prefix or name holds a text',
  operands: { label: '[TEXT]', least: 0, most: 1 },
  options: { format: FORMAT },
  examples: ['catalog services', 'catalog services container'],
  run: async ({ options, operands: [text = ''], io }) => {
    const wanted = text.toLowerCase();
    const found = services().filter(({ prefix, name }) => `${prefix} ${name}`.toLowerCase().includes(wanted));
    if (found.length === 0) throw notFound(`no service has \`${text}\` in its prefix or name`, undefined);
    printAnswer(io, {
      format: options.format,
      json: found.map(({ prefix, name, resourceControlPolicies }) => ({
        prefix,
        name,
        resourceControlPolicies,
        url: referenceUrl({ kind: 'service', name: prefix }),
      })),
      table: { headings: ['PREFIX', 'NAME'], rows: found.map(({ prefix, name }) => [prefix, name]) },
    });
    return EXIT_CODE.yes;
  },
});
