import { referencePages, referenceUrl, wordsFromName } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { arnFormatFor } from './arnFormat.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { serviceOf } from './notFound.ts';

/** `policywright catalog resources`. */
export const resourcesCommand: Command = defineCommand({
  summary: 'list the resource types of a service with their ARN formats',
  operands: { label: 'SERVICE', least: 1, most: 1 },
  options: { format: FORMAT },
  examples: ['catalog resources ecs'],
  run: async ({ options, operands: [name = ''], io }) => {
    const { prefix, resourceTypes } = serviceOf(name);
    const rows = resourceTypes.flatMap((type) =>
      type.arnFormats.map((arnFormat) => [type.name, arnFormatFor(io, arnFormat)]),
    );
    printAnswer(io, {
      format: options.format,
      json: resourceTypes.map((type) => ({
        ...type,
        wordsFromName: wordsFromName({ kind: 'resourceType', name: type.name }),
        url: referenceUrl({ kind: 'resourceType', name: `${prefix}:${type.name}` }),
      })),
      table: { headings: ['RESOURCE TYPE', 'ARN FORMAT'], rows },
      page: referencePages(prefix)[0]?.sections.resourceTypes,
    });
    return EXIT_CODE.yes;
  },
});
