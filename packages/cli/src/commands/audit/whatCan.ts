import { AccountAudit, type WhatCan } from '@policywright/account';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { askNamed } from './askNamed.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { signInText } from './signInText.ts';

/** `policywright audit what-can`: lists what a principal can do. */
export const whatCanCommand: Command = defineCommand({
  summary: 'list what a principal can do, resource by resource',
  operands: { label: 'PRINCIPAL', least: 1, most: 1 },
  options: AUDIT_OPTIONS,
  notes: [
    'PRINCIPAL is the ARN of a user or role. First come the actions that are allowed on every resource, then what goes beyond that on resources of the snapshot, principals of its account, and whatever its own policies name; `not` where something that is allowed elsewhere is not allowed there. Actions are patterns that match exactly those that are meant.',
    'Exit code: 0 it can do something for certain; 1 nothing; 2 wrong usage, no such principal, or a file that cannot be read; 4 only perhaps.',
  ],
  examples: ['audit what-can arn:aws:iam::111122223333:user/ada --snapshot snapshot'],
  run: async ({ options, operands: [principal = ''], io }) => {
    const audit = new AccountAudit(await readSnapshot(io, options.snapshot));
    const answer = askNamed(() => audit.whatCan(principal));
    printReport(io, reportOf(answer), options.format);
    return exitCodeOf(answer);
  },
});

function reportOf(answer: WhatCan): AuditReport {
  const { principal, gaps, reach, signIn } = answer;
  return {
    title: `what ${principal}${signInText(signIn)} can do`,
    summary: gaps.length === 0 ? 'all that bears on it is known' : `unknown: ${gaps.join(', ')}`,
    headings: ['answer', 'actions', 'resources'],
    rows: reach.flatMap(({ resources, certainly, perhaps, except }) =>
      (
        [
          ['certainly', certainly],
          ['perhaps', perhaps],
          ['not', except],
        ] as const
      )
        .filter(([, actions]) => actions.length > 0)
        .map(([word, actions]) => [word, actions.join(' '), resources.join(' ')]),
    ),
    notes: signIn === undefined ? [] : [`${principal}${signInText(signIn)}`],
    json: answer,
  };
}

function exitCodeOf({ reach }: WhatCan): ExitCode {
  if (reach.some(({ certainly }) => certainly.length > 0)) return EXIT_CODE.yes;
  return reach.some(({ perhaps }) => perhaps.length > 0) ? EXIT_CODE.undecided : EXIT_CODE.no;
}
