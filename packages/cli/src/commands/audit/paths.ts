import { AccountAudit, type Path, type PathHop } from '@policywright/account';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import { askNamed } from './askNamed.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { AuditReport } from './report/auditReport.ts';
import { pathsPicture } from './report/pathsPicture.ts';
import { printReport } from './report/printReport.ts';
import { openText } from './statementText.ts';

/** `policywright audit paths`: lists who can become whom. */
export const pathsCommand: Command = defineCommand({
  summary: 'list the shortest chains by which principals become others, or administrators',
  operands: { label: '', least: 0, most: 0 },
  options: {
    ...AUDIT_OPTIONS,
    from: { value: 'ARN', description: 'a user or role; all of them by default' },
    to: {
      value: 'ARN',
      description:
        'a user or role, or `admin`: whoever can do anything in an account, which is the default without `--from`',
    },
  },
  notes: [
    'A hop is a way to become somebody: to assume a role, to make keys of a user, to give oneself permissions, to pass a role to something that one makes, or to take over what runs with a role (of which `roles` in `resources/*.json` tells). Each call of a hop is decided as all that it is authorised for; boundaries and policies of the organization count.',
    'An administrator is who may put policies into any role of the account and change its trust policy. It can become everyone in the account; such hops are told as one.',
    'Exit code: 0 there is no path; 1 there is a certain one; 2 wrong usage, no such principal, or a file that cannot be read; 4 there are some perhaps.',
  ],
  examples: [
    'audit paths --to admin --snapshot snapshot',
    'audit paths --from arn:aws:iam::111122223333:user/ada --snapshot snapshot --format html > paths.html',
  ],
  run: async ({ options, io }) => {
    const audit = new AccountAudit(await readSnapshot(io, options.snapshot));
    const { from, to } = options;
    const paths = askNamed(() => audit.paths({ from, to }));
    printReport(io, reportOf(paths, { from, to }), options.format);
    return exitCodeOf(paths);
  },
});

function reportOf(
  paths: readonly Path[],
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): AuditReport {
  const certain = paths.filter(({ answer }) => answer === 'certainly').length;
  return {
    title: `paths from ${from ?? 'anybody'} to ${to ?? (from === undefined ? 'administrators' : 'anybody')}`,
    summary: `${certain} certainly, ${paths.length - certain} perhaps`,
    headings: ['who', 'becomes', 'answer', 'hops'],
    rows: paths.map((path) => [path.from, path.to, path.answer, path.hops.map(hopText).join('; ')]),
    notes: [],
    picture: pathsPicture(paths),
    json: paths,
  };
}

function hopText(hop: PathHop): string {
  const over = hop.over === undefined ? '' : ` (${hop.over})`;
  const open = hop.answer === 'certainly' ? '' : ` [${openText(hop)}]`;
  return `${hop.words}${over}: ${hop.to}${open}`;
}

function exitCodeOf(paths: readonly Path[]): ExitCode {
  if (paths.length === 0) return EXIT_CODE.yes;
  return paths.some(({ answer }) => answer === 'certainly') ? EXIT_CODE.no : EXIT_CODE.undecided;
}
