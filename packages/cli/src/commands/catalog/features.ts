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
  notes: [
    'Computed: from what the service authorization reference says. Shown by: an AWS managed policy or an operation from which it follows. Unchecked: written down from knowledge of the documentation. `--format json` has the page and its address.',
  ],
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
  if (basis.kind === 'computed') return `computed from the data of ${basis.from.date}`;
  const { recorded, evidence } = basis.from;
  return evidence === undefined ? `AWS documentation, unchecked, ${recorded}` : `shown by ${evidence.name}`;
}
