import {
  AccountAudit,
  type AskedOperation,
  type CallReach,
  type FailedCheck,
  type WhoCan,
  type WhoCanCall,
} from '@policywright/account';
import { getAction, suggestActions } from '@policywright/catalog';
import { diagnoseCall } from '@policywright/operations';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import { inFile, inputOfCall, nameOfCall } from '../can/callNamed.ts';
import { CAN_OPTIONS, knownRegion, regionOf } from '../can/canOptions.ts';
import type { ReadInput } from '../can/readOperationInput.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { signInText } from './signInText.ts';
import { openText, statementText } from './statementText.ts';

/** `policywright audit who-can`: lists the principals that can do something. */
export const whoCanCommand: Command = defineCommand({
  summary: 'list the principals that can do something, certainly or perhaps',
  operands: { label: 'OPERATION [RESOURCE]', least: 1, most: 2 },
  options: {
    ...AUDIT_OPTIONS,
    input: CAN_OPTIONS.input,
    region: CAN_OPTIONS.region,
    'ignore-perhaps': CAN_OPTIONS['ignore-perhaps'],
  },
  notes: [
    'With RESOURCE, an ARN or `*` for an action that takes no resource, one action is asked about. Columns: principal; certainly or perhaps; what it depends on; by which statements. A resource of which no file tells is taken to have no policy, which is said; keys and roles are not.',
    'Without RESOURCE, OPERATION is a call, as in `policywright can`: with `--input`, the resources are those of the request, and each principal looks for what it names by name alone in its own account. Every check must pass: tagging, passed roles and their trust, keys. Columns: principal; certainly, perhaps, or denied, where the permission of the call itself is there and another is wanting; what it depends on; which checks fail.',
    'Exit code: 0 somebody certainly can; 1 nobody can; 2 wrong usage, or a file that cannot be read; 4 some perhaps can, nobody certainly.',
  ],
  examples: [
    'audit who-can kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/KEY --snapshot snapshot --format csv',
    'audit who-can ecs:RunTask --input run-task.json --region eu-west-1 --snapshot snapshot',
  ],
  run: async ({ options, operands: [written = '', resource], io }) => {
    const input = await inputOfCall(io, options.input, resource);
    if (resource === undefined) {
      const operation = nameOfCall(written, resource);
      const region = knownRegion(regionOf(io, options));
      const perhaps = options['ignore-perhaps'] ? 'ignore' : 'count';
      const asked: AskedOperation = { operation, input: input?.value, region, perhaps };
      refuse(asked, input);
      const audit = new AccountAudit(await readSnapshot(io, options.snapshot));
      const answer = audit.whoCanCall(asked);
      printReport(io, reportOfCall(answer), options.format);
      return exitCodeOf(answer);
    }
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

/** What cannot be asked so of anybody. */
function refuse({ operation, input = {}, region }: AskedOperation, read: ReadInput | undefined): void {
  const [account, principal] = ['111122223333', 'arn:aws:iam::111122223333:root'];
  const [wrong] = diagnoseCall({ operation, input, principal, account, region }).filter(
    ({ severity }) => severity === 'error',
  );
  if (wrong === undefined) return;
  const { message, help } = read === undefined ? wrong : inFile(wrong, read);
  throw new CommandError(message, { help });
}

function reportOfCall(answer: WhoCanCall): AuditReport {
  const { operation, principals } = answer;
  const count = (of: CallReach['answer']): number =>
    principals.filter(({ answer: own }) => own === of).length;
  return {
    title: `who can call ${operation}`,
    summary: `${count('certainly')} certainly, ${count('perhaps')} perhaps; ${count('denied')} for want of another permission not`,
    headings: ['principal', 'answer', 'depends on', 'failing'],
    rows: principals.map(({ principal, signIn, answer: own, dependsOn, failing }) => [
      `${principal}${signInText(signIn)}`,
      own,
      dependsOn.join(', '),
      failing.map(failingText).join('; '),
    ]),
    notes: [],
    json: answer,
  };
}

function failingText({ action, resource, answer }: FailedCheck): string {
  return `${action} on ${resource} ${answer === 'denied' ? 'is denied' : 'depends'}`;
}

function exitCodeOf({
  principals,
}: {
  readonly principals: readonly { readonly answer: CallReach['answer'] }[];
}): ExitCode {
  if (principals.some(({ answer }) => answer === 'certainly')) return EXIT_CODE.yes;
  return principals.some(({ answer }) => answer === 'perhaps') ? EXIT_CODE.undecided : EXIT_CODE.no;
}
