import { featuresOf } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { FEATURE_HEADINGS, featureRow, pageOfFeatures } from './featureRow.ts';
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
  run: async ({ options, operands: [name = ''], io }) => {
    const { prefix } = serviceOf(name);
    const features = featuresOf(prefix) ?? [];
    printAnswer(io, {
      format: options.format,
      json: features,
      table: { headings: FEATURE_HEADINGS, rows: features.map(featureRow) },
      page: pageOfFeatures(features),
    });
    return EXIT_CODE.yes;
  },
});
