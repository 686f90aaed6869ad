import { AccountAudit, type WhoCan } from '@policywright/account';
import { getAction, suggestActions } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { signInText } from './signInText.ts';
import { openText, statementText } from './statementText.ts';

/** `policywright audit who-can`: lists the principals that can do something. */
export const whoCanCommand: Command = defineCommand({
  summary: 'list the principals that can do something, certainly or perhaps',
  operands: { label: 'ACTION RESOURCE', least: 2, most: 2 },
  options: AUDIT_OPTIONS,
  notes: [
    'RESOURCE is an ARN, or `*` for an action that takes no resource. Columns: principal; certainly or perhaps; what it depends on; by which statements.',
    'A resource of which no file tells is taken to have no policy, which is said; keys and roles are not.',
    'Exit code: 0 somebody certainly can; 1 nobody can; 2 wrong usage, or a file that cannot be read; 4 some perhaps can, nobody certainly.',
  ],
  examples: [
    'audit who-can kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/KEY --snapshot snapshot --format csv',
  ],
  run: async ({ options, operands: [written = '', resource = ''], io }) => {
    const action = actionNamed(written);
    const audit = new AccountAudit(await readSnapshot(io, options.snapshot));
    const answer = audit.whoCan(action, resource);
    printReport(io, reportOf(answer), options.format);
    return exitCodeOf(answer);
  },
});

/** An action in AWS's spelling. */
function actionNamed(written: string): string {
  const action = getAction(written);
  if (action !== undefined) return action.fullName;
  const [closest] = suggestActions(written, 1);
  throw new CommandError(`there is no action ${quote(written)}`, {
    help:
      closest === undefined ? 'write PREFIX:ACTION, such as `s3:GetObject`' : `did you mean \`${closest}\`?`,
  });
}

function reportOf(answer: WhoCan): AuditReport {
  const { action, resource, principals, assumed } = answer;
  const certain = principals.filter((reach) => reach.answer === 'certainly').length;
  return {
    title: `who can ${action} on ${resource}`,
    summary: `${certain} certainly, ${principals.length - certain} perhaps`,
    headings: ['principal', 'answer', 'depends on', 'by'],
    rows: principals.map((reach) => [
      `${reach.principal}${signInText(reach.signIn)}`,
      reach.answer,
      openText(reach),
      reach.statements.map(statementText).join('; '),
    ]),
    notes: assumed.map((what) => `${what}: in no file, taken for none`),
    json: answer,
  };
}

function exitCodeOf({ principals }: WhoCan): ExitCode {
  if (principals.some(({ answer }) => answer === 'certainly')) return EXIT_CODE.yes;
  return principals.length > 0 ? EXIT_CODE.undecided : EXIT_CODE.no;
}
