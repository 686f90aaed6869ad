import { expandActions } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { noSuchAction } from './notFound.ts';
import { readNames } from './readNames.ts';

/** `policywright catalog expand`. */
export const expandCommand: Command = defineCommand({
  summary: 'print the names of the actions that patterns match',
  operands: { label: 'PATTERN...', least: 1 },
  options: { format: FORMAT },
  notes: [
    'Each action is printed once. `-` reads patterns from standard input. A pattern that matches nothing ends the command with exit code 1.',
    'A wildcard before the colon, as in `*:Get*`, finds actions here; in a policy it is not promised to grant any.',
  ],
  examples: ["catalog expand 'ecs:Describe*' 'ecs:List*'"],
  run: async ({ options, operands, io }) => {
    const found = new Set<string>();
    for (const pattern of await readNames(io, operands)) {
      const names = expandActions(pattern);
      if (names.length === 0) noSuchAction(pattern);
      for (const name of names) found.add(name);
    }
    const names = [...found];
    printAnswer(io, {
      format: options.format,
      json: names,
      table: { headings: ['ACTION'], rows: names.map((name) => [name]) },
    });
    return EXIT_CODE.yes;
  },
});
