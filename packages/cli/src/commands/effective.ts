import { effectivePermissions } from '@policywright/analyzer';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { askPolicies } from './proof/askPolicies.ts';
import { finish } from './proof/finish.ts';
import { reasonWords } from './proof/obstacles.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS, TOGETHER } from './proof/proofOptions.ts';
import { loadActionNames } from './proof/report/actionNames.ts';
import { partRow, unknownRows } from './proof/rows.ts';

/** `policywright effective`: tells what policies allow. */
export const effective: Command = defineCommand({
  summary: 'tell what policies allow once their Denies have had their say',
  operands: { label: 'PATH...', least: 1 },
  options: { ...PROOF_OPTIONS, together: TOGETHER },
  notes: [
    'For each statement that allows, in order: what it allows beyond those before it, and a request.',
    ...PROOF_NOTES,
    'Exit code: 0 told, also where it is nothing; 2 wrong usage, or something cannot be read; 4 it may not be all.',
  ],
  examples: ['effective role.json', 'effective role.json team.json --together --format json'],
  run: async ({ options, operands: paths, io }) => {
    const given = await analyzerOptions(options);
    const names = await loadActionNames();
    const subject = { paths, together: options.together };
    const report = await askPolicies(io, subject, {
      title: 'What is allowed',
      proved: 'nothing is ever allowed',
      ask: (asked, policies) => {
        const { permissions, reasons, steps, assumptions } = effectivePermissions(policies, given);
        const rows = permissions.map((part) => partRow(asked, 'allowed', { part, names }));
        return { rows: [...rows, ...unknownRows(asked, reasonWords(reasons))], steps, assumptions };
      },
    });
    return report === undefined ? EXIT_CODE.usage : finish(io, report, options);
  },
});
