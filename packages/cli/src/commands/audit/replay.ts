import {
  AccountAudit,
  KEYS_OF_EVENTS,
  type KeyOfEvents,
  type OrganizationNode,
  type Replay,
  type ReplayedCall,
  type Snapshot,
} from '@policywright/account';
import { parseArn } from '@policywright/arn';
import type { Policy } from '@policywright/policy';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { readPolicyFile } from '../_internals/readPolicyFile.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import { EVENTS_NOTE, EVENTS_OPTION, readTrail } from './readTrail.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { trailOf } from './trailOf.ts';

/** `policywright audit replay`: lists past calls that policies would deny. */
export const replayCommand: Command = defineCommand({
  summary: 'list past calls, by events of AWS CloudTrail, that policies would deny',
  operands: { label: '', least: 0, most: 0 },
  options: {
    ...AUDIT_OPTIONS,
    ...EVENTS_OPTION,
    policy: {
      value: 'FILE',
      repeats: true,
      description: 'an identity-based policy that the principal of `--for` has instead of its own',
    },
    for: { value: 'ARN', description: 'only calls of this user or role' },
  },
  notes: [
    'Decides each call as all that it is authorised for, with the resources and context that events tell; calls that were refused are left out. Without `--policy`, the policies of the snapshot decide: that of today over the events of yesterday. With `--policy` and `--for`, a snapshot may be left out; then no other policies bear on the principal.',
    'Columns: principal; operation; number of calls and time of the last; certainly or perhaps denied; the authorisations that would not be given; what it depends on.',
    EVENTS_NOTE,
    'Exit code: 0 all would be allowed; 1 some certainly would be denied; 2 wrong usage, or a file that cannot be read; 4 some perhaps.',
  ],
  examples: [
    'audit replay --policy new.json --for arn:aws:iam::111122223333:role/deploy --events trail',
    'audit replay --snapshot today --events trail --format markdown',
  ],
  run: async ({ options, io }) => {
    const principal = options.for;
    const policies = await readPolicies(io, options.policy);
    if (policies.length > 0 && principal === undefined)
      throw new CommandError('`--policy` needs `--for`', {
        help: 'name the user or role that has the policy, such as `--for arn:aws:iam::111122223333:role/deploy`',
      });
    const isAlone = options.snapshot === undefined && policies.length > 0;
    const snapshot = isAlone ? snapshotOf(principal ?? '') : await readSnapshot(io, options.snapshot);
    const { calls } = await readTrail(io, trailOf(options), { keys: keysAskedFor(snapshot, policies) });
    const own = calls.filter(({ caller }) => principal === undefined || caller.name === principal);
    const others = new Map(principal === undefined || policies.length === 0 ? [] : [[principal, policies]]);
    const answer = new AccountAudit(snapshot).replay(own, others);
    printReport(io, reportOf(answer), options.format);
    return exitCodeOf(answer);
  },
});

async function readPolicies(io: Io, files: readonly string[]): Promise<readonly Policy[]> {
  const policies: Policy[] = [];
  for (const file of files) {
    const read = await readPolicyFile(io, file, 'identity');
    if (read === undefined) throw new CommandError(`${quote(file)} cannot be read`);
    policies.push(read.policy);
  }
  return policies;
}

/** An account of which nothing is known but one principal. */
function snapshotOf(arn: string): Snapshot {
  const { account = '', partition = 'aws', resource = '' } = parseArn(arn) ?? {};
  const kind = resource.startsWith('user/') ? 'user' : 'role';
  if (!/^(?:user|role)\//.test(resource))
    throw new CommandError(`${quote(arn)} is no ARN of a user or role`, {
      help: 'give one such as `arn:aws:iam::111122223333:role/deploy`',
    });
  return {
    accounts: [
      {
        account,
        partition,
        groups: [],
        managed: [],
        principals: [
          {
            kind,
            arn,
            name: arn.slice(arn.lastIndexOf('/') + 1),
            account,
            id: '',
            tags: {},
            policies: [],
            boundary: undefined,
            groups: [],
            trust: undefined,
            profiles: [],
            gaps: [],
          },
        ],
      },
    ],
  };
}

/** Keys of events with many values, where any policy asks for them. */
function keysAskedFor(
  { accounts, resources = [], organization }: Snapshot,
  more: readonly Policy[],
): readonly KeyOfEvents[] {
  const policies = new Set([
    ...more,
    ...accounts.flatMap(({ principals }) =>
      principals.flatMap(({ policies: own, boundary }) =>
        [...own, ...(boundary === undefined ? [] : [boundary])].map(({ policy }) => policy),
      ),
    ),
    ...resources.flatMap(({ policy }) => policy ?? []),
    ...(organization === undefined ? [] : policiesOf(organization.root)),
  ]);
  const asked = new Set(
    [...policies].flatMap(({ statements }) =>
      statements.flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase())),
    ),
  );
  return KEYS_OF_EVENTS.filter((key) => asked.has(key.toLowerCase()));
}

function policiesOf({ scps = [], rcps = [], children }: OrganizationNode): readonly Policy[] {
  return [...[...scps, ...rcps].map(({ policy }) => policy), ...children.flatMap(policiesOf)];
}

function reportOf(answer: Replay): AuditReport {
  const { denied, asked, allowed, untold } = answer;
  const certain = denied.filter((one) => one.answer === 'certainly');
  const count = (calls: readonly ReplayedCall[]): number =>
    calls.reduce((sum, { call }) => sum + call.count, 0);
  return {
    title: 'past calls that would be denied',
    summary: `${count(certain)} of ${asked} calls certainly, ${count(denied) - count(certain)} perhaps; ${allowed} would be allowed`,
    headings: ['principal', 'operation', 'calls', 'denied', 'for want of', 'depends on'],
    rows: denied.map(({ principal, call, answer: how, checks, keys }) => [
      principal,
      call.operation ?? `${call.eventSource} ${call.eventName}`,
      `${call.count}, ${call.last}`,
      how,
      checks.map(({ action, resource, because }) => `${action} ${resource} (${because})`).join('; '),
      keys.join(', '),
    ]),
    notes: untold.map(
      ({ who, count: calls }) => `${calls} calls of ${who} are not decided: it is not in the snapshot`,
    ),
    json: answer,
  };
}

function exitCodeOf({ denied }: Replay): ExitCode {
  if (denied.some(({ answer }) => answer === 'certainly')) return EXIT_CODE.no;
  return denied.length > 0 ? EXIT_CODE.undecided : EXIT_CODE.yes;
}
