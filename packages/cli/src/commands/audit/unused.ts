import { AccountAudit, type UnusedAccess, type UnusedAudit } from '@policywright/account';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import { EVENTS_NOTE, EVENTS_OPTION, readTrail } from './readTrail.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { trailOf } from './trailOf.ts';

/** `policywright audit unused`: lists what was granted and not used. */
export const unusedCommand: Command = defineCommand({
  summary: 'list what principals may do and did not, by events of AWS CloudTrail',
  operands: { label: '[PRINCIPAL...]', least: 0 },
  options: { ...AUDIT_OPTIONS, ...EVENTS_OPTION },
  notes: [
    'PRINCIPAL is the ARN of a user or role; all of them by default. What a principal may do is told by its policies, boundary and service control policies, whatever the resources; what it did, by the events: each call counts for all actions that it asks for, roles that it passed among them. Calls that were refused do not count.',
    'Columns: principal; number of calls and time of the last; actions that it used; those that it did not use, which events would have shown; those of which events tell nothing: data events where there are none of the service, `iam:PassRole` unless a request showed it, and actions that no call asks for.',
    EVENTS_NOTE,
    'Exit code: 0 everything that events show was used; 1 something was not; 2 wrong usage, or a file that cannot be read.',
  ],
  examples: [
    'audit unused --snapshot snapshot --events trail --format csv',
    'audit unused arn:aws:iam::111122223333:role/deploy --snapshot snapshot --events trail',
    "audit unused --snapshot snapshot --events-sql \"FROM read_parquet('trail/*.parquet') WHERE eventTime > '2026-10'\"",
  ],
  run: async ({ options, operands, io }) => {
    const events = await readTrail(io, trailOf(options));
    const answer = new AccountAudit(await readSnapshot(io, options.snapshot)).unused(events);
    const principals =
      operands.length === 0
        ? answer.principals
        : answer.principals.filter(({ principal }) => operands.includes(principal));
    printReport(io, reportOf({ ...answer, principals }), options.format);
    return principals.some(({ unused }) => unused.length > 0) ? EXIT_CODE.no : EXIT_CODE.yes;
  },
});

function reportOf(answer: UnusedAudit): AuditReport {
  const { first = '', last = '', principals, dataServices, unknownEvents } = answer;
  const idle = principals.filter(({ calls }) => calls === 0).length;
  return {
    title: `what was granted and not used from ${first} to ${last}`,
    summary: `${principals.length} principals, of which ${idle} made no call`,
    headings: ['principal', 'calls', 'used', 'not used', 'not shown'],
    rows: principals.map(rowOf),
    notes: [
      dataServices.length === 0
        ? 'there are no data events: what they would show is not shown'
        : `data events of: ${dataServices.join(' ')}`,
      ...unknownEvents.map((event) => `not in the catalog: ${event}`),
    ],
    json: answer,
  };
}

function rowOf({ principal, calls, last, used, unused, notShown, gaps }: UnusedAccess): readonly string[] {
  const open = gaps.map((gap) => `unknown: ${gap}`);
  return [
    principal,
    last === undefined ? '0' : `${calls}, ${last}`,
    used.join(' '),
    [...unused, ...open].join(' '),
    notShown.join(' '),
  ];
}
