import { describeService } from '@policywright/catalog';
import { jsonText } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { printTable } from '../../terminal/table.ts';
import { serviceOf } from './notFound.ts';
import { markdownPage } from './service/markdownPage.ts';
import { serviceRows } from './service/serviceRows.ts';
import { serviceSections } from './service/serviceSections.ts';
import { printPage } from './service/printPage.ts';

/** `policywright catalog service`. */
export const serviceCommand: Command = defineCommand({
  summary: 'tell how a service works with IAM, as the page of AWS of that name does',
  operands: { label: 'SERVICE', least: 1, most: 1 },
  options: {
    format: {
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      description: 'form of the answer; text by default',
    },
  },
  notes: [
    'The eleven features first, each with how its support is known, then each feature with what the catalog has on it, in the order of AWS: policies, actions, resource types, condition keys, ACLs, tags, credentials, roles. The last part links to the pages of AWS.',
    'A terminal shows the beginning of long lists; JSON has all of them, with a link for each action, operation, resource type and condition key. In a pipe the first cell of a line says what it is: `feature`, `resource policy`, `resource control policies`, `action`, `wildcard`, `operation`, `resource type`, `condition key`, `tags`, `forward access`, `role`, `service-linked role`, `link`.',
    'What an operation needs is needed `always`, by some calls (`thisCall`: which, the next cell says), or `perhaps`: AWS lists it without saying for which calls.',
  ],
  examples: ['catalog service ecs', 'catalog service s3 --format markdown > s3.md'],
  run: async ({ options: { format }, operands: [name = ''], io }) => {
    const { prefix } = serviceOf(name);
    const description = describeService(prefix);
    if (description === undefined) return EXIT_CODE.no;
    if (format === 'json') io.stdout.write(`${jsonText(description)}\n`);
    else if (format === 'markdown')
      io.stdout.write(markdownPage(description, serviceSections(description, 'document')));
    else if (io.stdout.isTTY) printPage(io, description, serviceSections(description, 'screen'));
    else printTable(io, { headings: [], rows: serviceRows(description) });
    return EXIT_CODE.yes;
  },
});
