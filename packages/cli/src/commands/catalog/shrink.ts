import { expandActions, shrinkActions } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { FORMAT, printAnswer } from '../_internals/format.ts';
import { noSuchAction } from './notFound.ts';
import { readNames } from './readNames.ts';

/** `policywright catalog shrink`. */
export const shrinkCommand: Command = defineCommand({
  summary: 'print few patterns that match exactly the given actions',
  operands: { label: 'ACTION...', least: 1 },
  options: {
    format: FORMAT,
    shortest: { description: 'make each pattern as short as it can be, even if it cuts words' },
  },
  notes: [
    'The patterns match the given actions and no other action of this catalog; actions that AWS adds later may match too. `-` reads names from standard input.',
  ],
  examples: [
    'catalog shrink ecs:DescribeTasks ecs:DescribeClusters',
    "catalog expand 'ecs:*' | policywright catalog shrink -",
  ],
  run: async ({ options, operands, io }) => {
    const actions = await readNames(io, operands);
    for (const action of actions) if (expandActions(action).length === 0) noSuchAction(action);
    const patterns = shrinkActions(actions, { prefer: options.shortest ? 'characters' : 'patterns' });
    printAnswer(io, {
      format: options.format,
      json: patterns,
      table: { headings: ['PATTERN'], rows: patterns.map((pattern) => [pattern]) },
    });
    return EXIT_CODE.yes;
  },
});
