import { deadStatements } from '@policywright/analyzer';
import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import { askPolicies } from './proof/askPolicies.ts';
import { deadReason } from './proof/deadReason.ts';
import { finish } from './proof/finish.ts';
import { reasonWords } from './proof/obstacles.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS, TOGETHER } from './proof/proofOptions.ts';
import { statementRow } from './proof/rows.ts';

/** `policywright dead`: finds statements that do nothing. */
export const dead: Command = defineCommand({
  summary: 'find statements without which every request is decided the same',
  operands: { label: 'PATH...', least: 1 },
  options: { ...PROOF_OPTIONS, together: TOGETHER },
  notes: [
    'A statement is dead where no request matches it (`never-matches`), where Denies take back all that it allows (`overridden`), where other statements allow all of it (`redundant`: of two equal ones both are), or where it denies nothing that would be allowed (`needless-deny`, of a policy by itself; another one that the principal has may allow it).',
    ...PROOF_NOTES,
    'Exit code: 0 there is none; 1 there is one; 2 wrong usage, or something cannot be read; 4 it was not found out.',
  ],
  examples: ['dead policies', 'dead role.json --universe language'],
  run: async ({ options, operands: paths, io }) => {
    const given = await analyzerOptions(options);
    const subject = { paths, together: options.together };
    const report = await askPolicies(io, subject, {
      title: 'Statements that do nothing',
      proved: 'every statement does something',
      rowsAreProofs: true,
      ask: (asked, policies) => {
        const { dead: found, unknown, steps, assumptions } = deadStatements(policies, given);
        const rows = [
          ...found.map((one) => ({
            ...statementRow(asked, one.kind, one.statement),
            reason: deadReason(one, asked),
          })),
          ...unknown.flatMap(({ statement, reasons }) =>
            reasonWords(reasons).map((reason) => ({ ...statementRow(asked, 'unknown', statement), reason })),
          ),
        ];
        return { rows, steps, assumptions };
      },
    });
    return report === undefined ? EXIT_CODE.usage : finish(io, report, options);
  },
});
