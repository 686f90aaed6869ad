import { featuresOf, type Feature } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from './format.ts';
import { serviceOf } from './notFound.ts';

/** `policywright catalog features`. */
export const featuresCommand: Command = defineCommand({
  summary: 'tell which IAM features a service supports',
  operands: { label: 'SERVICE', least: 1, most: 1 },
  options: { format: FORMAT },
  examples: ['catalog features ecs'],
  run: async ({ options, operands: [prefix = ''], io }) => {
    const features = featuresOf(serviceOf(prefix).prefix) ?? [];
    printAnswer(io, {
      format: options.format,
      json: features,
      table: { headings: ['FEATURE', 'SUPPORT', 'KNOWN FROM'], rows: features.map(rowOf) },
    });
    return EXIT_CODE.yes;
  },
});

function rowOf({ feature, support, basis }: Feature): string[] {
  return [feature, support, sourceOf(basis)];
}

function sourceOf(basis: Feature['basis']): string {
  if (basis.kind === 'none') return '';
  if (basis.kind === 'curated') return `"${basis.from.page}" (${basis.from.recorded})`;
  return `${basis.from.source} ${basis.from.version} (${basis.from.date})`;
}
