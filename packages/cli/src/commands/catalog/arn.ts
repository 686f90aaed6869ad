import { parseArn } from '@policywright/arn';
import { matchResource, type ResourceMatch } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { arnFormatFor } from './arnFormat.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { notFound, serviceOf } from './notFound.ts';

/** `policywright catalog arn`. */
export const arnCommand: Command = defineCommand({
  summary: 'tell which resource types an ARN can be of',
  operands: { label: 'ARN', least: 1, most: 1 },
  options: { format: FORMAT },
  examples: ['catalog arn arn:aws:ecs:eu-central-1:111122223333:service/shop/web'],
  run: async ({ options, operands: [text = ''], io }) => {
    const matches = matchResource(text);
    if (matches.length === 0) throw unknownArn(text);
    printAnswer(io, {
      format: options.format,
      json: matches.map(({ type, format, variables }) => ({
        service: type.service,
        resourceType: type.name,
        arnFormat: format,
        variables,
      })),
      table: {
        headings: ['RESOURCE TYPE', 'VARIABLES', 'ARN FORMAT'],
        rows: matches.map((match) => rowOf(io, match)),
      },
    });
    return EXIT_CODE.yes;
  },
});

/** On a terminal without the variables that anybody sees in the ARN. */
function rowOf(io: Io, { type, format, variables }: ResourceMatch): string[] {
  const values = Object.entries(variables)
    .filter(([name]) => !io.stdout.isTTY || !/^(?:Partition|Region|Account)$/.test(name))
    .map(([name, value]) => `${name}=${value}`);
  return [`${type.service}:${type.name}`, values.join(' '), arnFormatFor(io, format)];
}

function unknownArn(text: string): CommandError {
  const arn = parseArn(text);
  if (arn === undefined) {
    return new CommandError(`\`${text}\` is no ARN`, {
      help: 'an ARN has six parts: `arn:partition:service:region:account:resource`',
    });
  }
  const { prefix } = serviceOf(arn.service);
  const help = `\`policywright catalog resources ${prefix}\` lists the ARN formats of the service`;
  return notFound(`no resource type has ARNs such as \`${text}\``, help);
}
