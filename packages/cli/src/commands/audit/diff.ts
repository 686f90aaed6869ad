import {
  compareSnapshots,
  DocumentPool,
  type AccessChange,
  type ChainChange,
  type HopChange,
  type PathHop,
  type SnapshotChanges,
} from '@policywright/account';
import { shrinkActions } from '@policywright/catalog';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { openText, statementText } from './statementText.ts';

/** `policywright audit diff`: tells what changed between two snapshots. */
export const diffCommand: Command = defineCommand({
  summary: 'tell what principals, resources and paths won and lost between two snapshots',
  operands: { label: 'BEFORE AFTER', least: 2, most: 2 },
  options: { format: AUDIT_OPTIONS.format },
  notes: [
    'BEFORE and AFTER are folders of snapshots. Only what is not the same in both is looked at. What is told of principals and policies is proved; the JSON form has for each a request that is allowed in one snapshot and not in the other. Columns: won or lost; access, path or chain; who, or which resource; actions, way, or ways one after the other; on what, or to whom; conditions; by which statements.',
    'By its own policies, boundary and those of the organization a principal wins what these allow on resources that leave it to its account; what the policy of a resource gives by name is told of the resource. A path is one hop; a chain is several, of which at least one is won or lost, which is told with it. Who becomes an administrator can become everyone in the account, which is not told again.',
    'Exit code: 0 nothing was won; 1 something was; 2 wrong usage, or a file that cannot be read; 4 nothing that is known, and not all is.',
  ],
  examples: ['audit diff yesterday today', 'audit diff yesterday today --format markdown'],
  run: async ({ options, operands: [before = '', after = ''], io }) => {
    const pool = new DocumentPool();
    const changes = compareSnapshots(
      await readSnapshot(io, before, pool),
      await readSnapshot(io, after, pool),
    );
    printReport(io, reportOf(changes, `${before} to ${after}`), options.format);
    return exitCodeOf(changes);
  },
});

function reportOf(changes: SnapshotChanges, between: string): AuditReport {
  const { access, hops, chains, added, removed, unknown } = changes;
  const all = [...access, ...hops, ...chains];
  const won = all.filter(({ change }) => change === 'won').length;
  return {
    title: `what changed from ${between}`,
    summary: `${won} won, ${all.length - won} lost`,
    headings: ['change', 'of', 'who', 'what', 'on', 'depends on', 'by'],
    rows: [...access.map(accessRow), ...hops.map(hopRow), ...chains.map(chainRow)],
    notes: [
      ...added.map((arn) => `new: ${arn}`),
      ...removed.map((arn) => `gone: ${arn}`),
      ...unknown.map(({ of, why }) => `${of}: ${why}`),
    ],
    json: changes,
  };
}

function accessRow(change: AccessChange): readonly string[] {
  const { arns, actions, futureActions, resources, exceptResources, conditions, statement } = change;
  const except = exceptResources.length === 0 ? '' : ` but ${exceptResources.join(' ')}`;
  return [
    change.change,
    'access',
    arns.join(' '),
    [...shrinkActions(actions), ...futureActions].join(' '),
    `${resources.join(' ')}${except}`,
    conditions.map(({ operator, key, values }) => `${key} ${operator} ${values.join(' ')}`).join('; '),
    statement === undefined ? '' : statementText(statement),
  ];
}

function hopRow({ change, hop, less, statements }: HopChange): readonly string[] {
  const { from, to, way, words, over } = hop;
  const open = less === undefined ? openText(hop) : `${less} in the other`;
  const by = [words, ...statements.map(statementText)].join('; ');
  return [change, 'path', from, way, over === undefined ? to : `${to} (${over})`, open, by];
}

function chainRow({ change, chain: { from, to, hops }, less, changed }: ChainChange): readonly string[] {
  const through = hops.map(hopText).join(', ');
  const open =
    less === undefined ? hops.map(openText).filter((text) => text !== '') : [`${less} in the other`];
  const by = changed.map(({ hop, statements }) =>
    [hopText(hop), ...statements.map(statementText)].join('; '),
  );
  return [change, 'chain', from, through, to, open.join(', '), by.join('; ')];
}

function hopText({ way, to }: PathHop): string {
  return `${way} ${to}`;
}

function exitCodeOf({ access, hops, unknown }: SnapshotChanges): ExitCode {
  if ([...access, ...hops].some(({ change }) => change === 'won')) return EXIT_CODE.no;
  return unknown.length > 0 ? EXIT_CODE.undecided : EXIT_CODE.yes;
}
