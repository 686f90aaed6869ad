import { catalogSnapshot } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';

/** `policywright catalog snapshot`. */
export const snapshotCommand: Command = defineCommand({
  summary: 'print the whole catalog as JSON, to compare another version with',
  operands: { label: '', least: 0, most: 0 },
  options: {
    format: { value: 'FORMAT', choices: ['json'], description: 'form of the answer; json is the only one' },
  },
  notes: ['It has about 8 MB. `catalog diff` reads it.'],
  examples: ['catalog snapshot > catalog-before.json'],
  run: async ({ io }) => {
    io.stdout.write(`${JSON.stringify(catalogSnapshot())}\n`);
    return EXIT_CODE.yes;
  },
});
