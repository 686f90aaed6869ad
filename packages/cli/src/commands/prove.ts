import { prove as proveAll } from '@policywright/analyzer';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { askPolicies } from './proof/askPolicies.ts';
import { finish } from './proof/finish.ts';
import { readGuardRails } from './proof/guardRails.ts';
import { GUARD_RAIL_FORM } from './proof/guardRailsIn.ts';
import { reasonWords } from './proof/obstacles.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS, TOGETHER } from './proof/proofOptions.ts';
import { loadActionNames } from './proof/report/actionNames.ts';
import { unknownRows, witnessRow } from './proof/rows.ts';

/** `policywright prove`: proves that policies keep to guard rails. */
export const prove: Command = defineCommand({
  summary: 'prove that policies allow nothing that guard rails forbid',
  operands: { label: 'GUARDRAILS PATH...', least: 2 },
  options: { ...PROOF_OPTIONS, together: TOGETHER },
  notes: [
    GUARD_RAIL_FORM,
    ...PROOF_NOTES,
    'Exit code: 0 all hold; 1 a breach, or a guard rail that is about no request at all; 2 wrong usage, or something cannot be read; 4 it was not found out.',
  ],
  examples: ['prove guard-rails.yaml policies', 'prove guard-rails.json role.json boundary.json --together'],
  run: async ({ options, operands: [file = '', ...paths], io }) => {
    const given = await analyzerOptions(options);
    const rails = await readGuardRails(io, file);
    if (rails === undefined) return EXIT_CODE.usage;
    const names = await loadActionNames();
    const subject = { paths, together: options.together };
    const report = await askPolicies(io, subject, {
      title: 'Guard rails',
      proved: rails.length === 1 ? 'the guard rail holds' : `all ${rails.length} guard rails hold`,
      ask: (asked, policies) => {
        const answers = proveAll(
          rails.map(({ guardRail }) => guardRail),
          policies,
          given,
        );
        const rows = answers.flatMap(({ verdict, vacuous }, index) => {
          const about = rails[index]?.label ?? '';
          if (verdict.verdict === 'unknown')
            return unknownRows(
              asked,
              reasonWords(verdict.reasons).map((reason) => `${about}: ${reason}`),
            );
          if (verdict.verdict === 'refuted')
            return [{ ...witnessRow(asked, 'breach', { witness: verdict.witness, names }), reason: about }];
          if (!vacuous) return [];
          const [row] = unknownRows(asked, [`${about}: there is no such request, whatever policies say`]);
          return row === undefined ? [] : [{ ...row, code: 'vacuous' as const }];
        });
        return {
          rows,
          steps: answers.reduce((sum, { verdict }) => sum + verdict.steps, 0),
          assumptions: answers.flatMap(({ verdict }) => verdict.assumptions),
        };
      },
    });
    return report === undefined ? EXIT_CODE.usage : finish(io, report, options);
  },
});
