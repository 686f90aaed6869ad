import { featuresOf, type Feature, type FeatureData } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { serviceOf } from './notFound.ts';

/** `policywright catalog features`. */
export const featuresCommand: Command = defineCommand({
  summary: 'tell which IAM features a service supports',
  operands: { label: 'SERVICE', least: 1, most: 1 },
  options: { format: FORMAT },
  notes: [
    "Read: what AWS's page says, the own page of the service first. Computed: AWS has no row for the service, and it follows from the service authorization reference. Shown by: an AWS managed policy or an operation from which it follows. Unchecked: written down from knowledge of the documentation. THE DATA HAS: what the catalog has on it, whatever AWS calls that. `--format json` has the pages and their addresses.",
  ],
  examples: ['catalog features ecs'],
  run: async ({ options, operands: [prefix = ''], io }) => {
    const features = featuresOf(serviceOf(prefix).prefix) ?? [];
    printAnswer(io, {
      format: options.format,
      json: features,
      table: { headings: ['FEATURE', 'SUPPORT', 'THE DATA HAS', 'KNOWN FROM'], rows: features.map(rowOf) },
    });
    return EXIT_CODE.yes;
  },
});

function rowOf({ feature, support, basis, contradiction, services, data }: Feature): string[] {
  const parts = services?.map((part) => `${part.name}: ${part.support}`) ?? [];
  const other = contradiction === undefined ? [] : [`${contradiction.support} in AWS's table of services`];
  return [feature, [support, ...other, ...parts].join('; '), shown(data), sourceOf(basis)];
}

function shown(data: FeatureData | undefined): string {
  if (data === undefined) return '';
  if (data.kind === 'arns') return `${data.withArn} of ${data.actions} actions take ARNs`;
  if (data.kind === 'tags') {
    return `${data.keys.length} tag keys, ${data.withResourceTag} of ${data.resourceTypes} types`;
  }
  const { kind, names } = data;
  return names.length === 1 ? (names[0] ?? '') : `${names.length} ${kind}`;
}

function sourceOf(basis: Feature['basis']): string {
  if (basis.kind === 'none') return '';
  if (basis.kind === 'computed') return `computed, data of ${basis.from.date}`;
  const { recorded, read, evidence } = basis.from;
  if (read) return `read ${recorded}`;
  return evidence === undefined ? `unchecked, ${recorded}` : `shown by ${evidence.name}`;
}
