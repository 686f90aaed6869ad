import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { VERSION_NOTES } from '../diff.ts';
import { compareVersions } from '../proof/compareVersions.ts';
import { finish } from '../proof/finish.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS, TOGETHER } from '../proof/proofOptions.ts';
import { readVersions } from '../proof/readVersions.ts';

/** `policywright check no-new-access`: one request a policy is enough. */
export const noNewAccess: Command = defineCommand({
  summary: 'check that a new version allows nothing that the old one does not',
  operands: { label: 'OLD NEW', least: 2, most: 2 },
  options: { ...PROOF_OPTIONS, together: TOGETHER },
  notes: [
    ...VERSION_NOTES,
    ...PROOF_NOTES,
    'Of each policy with new access one request is shown; `policywright diff` has all of it. Exit code: 0 none; 1 some; 2 wrong usage, or something cannot be read; 4 it was not found out.',
  ],
  examples: ['check no-new-access old.json new.json'],
  run: async ({ options, operands, io }) => {
    const given = await analyzerOptions(options);
    const pairs = await readVersions(io, operands, options.together);
    if (pairs === undefined) return EXIT_CODE.usage;
    return finish(io, await compareVersions(pairs, 'no-new-access', given), options);
  },
});
