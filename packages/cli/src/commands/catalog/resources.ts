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
  run: async ({ options, operands: [prefix = ''], io }) => {
    const { resourceTypes } = serviceOf(prefix);
    const rows = resourceTypes.flatMap(({ name, arnFormats }) =>
      arnFormats.map((arnFormat) => [name, arnFormatFor(io, arnFormat)]),
    );
    printAnswer(io, {
      format: options.format,
      json: resourceTypes,
      table: { headings: ['RESOURCE TYPE', 'ARN FORMAT'], rows },
    });
    return EXIT_CODE.yes;
  },
});
