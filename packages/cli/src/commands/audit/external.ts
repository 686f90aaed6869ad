import {
  AccountAudit,
  type ExternalAudit,
  type ExternalParty,
  type ExternalReach,
} from '@policywright/account';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import { outsidePartyText } from '../_internals/outsidePartyText.ts';
import { trustedZone } from '../_internals/trustedZone.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { AuditReport } from './report/auditReport.ts';
import { printReport } from './report/printReport.ts';
import { statementText } from './statementText.ts';

type Zone = NonNullable<Parameters<AccountAudit['external']>[0]>;

/** `policywright audit external`: lists who gets at resources and roles from outside. */
export const externalCommand: Command = defineCommand({
  summary: 'list who gets at resources and roles from outside, by which policy',
  operands: { label: '', least: 0, most: 0 },
  options: {
    ...AUDIT_OPTIONS,
    trust: {
      value: 'ID',
      repeats: true,
      description:
        'number of an account, or id of an organization (`o-…`), that is not outside; the organization of the snapshot by default',
    },
    alone: { description: 'trust the account of each resource alone' },
    services: { description: 'tell of the services that roles trust, too' },
  },
  notes: [
    'Asks the policies of the resources of the snapshot and the trust policies of its roles; resource control policies, Block Public Access and grants of keys count. Whoever is outside may have any policies of its own. Columns: resource; who gets in; certainly or perhaps; what it depends on, with who has that in hand; actions; by which statement.',
    'Identity providers are outside, those of the own account, too. An AWS service is told apart: `for anybody` where no condition holds it to calls for trusted accounts (the confused deputy). Everyone is `public` where no condition holds callers to values that are fixed.',
    'Not looked at is what no policy tells: access control lists, shared snapshots and images, shares of AWS RAM.',
    'Exit code: 0 nobody; 1 somebody certainly; 2 wrong usage, or a file that cannot be read; 4 only perhaps, or it is not known. Services count where they call for anybody.',
  ],
  examples: [
    'audit external --snapshot snapshot',
    'audit external --snapshot snapshot --trust o-a1b2c3d4e5 --trust 444455556666 --format html > external.html',
  ],
  run: async ({ options, io }) => {
    const zone = zoneOf(options.trust, options.alone);
    const audit = new AccountAudit(await readSnapshot(io, options.snapshot));
    const answer = audit.external(zone);
    printReport(io, reportOf(answer, options.services), options.format);
    return exitCodeOf(answer);
  },
});

function zoneOf(trust: readonly string[], isAlone: boolean): Zone | undefined {
  if (trust.length === 0) return isAlone ? {} : undefined;
  return trustedZone(trust);
}

function reportOf({ reach, unknown }: ExternalAudit, hasServices: boolean): AuditReport {
  const shown = reach.filter((one) => hasServices || !isServiceOfRole(one));
  const hidden = reach.length - shown.length;
  const certain = shown.filter(({ answer }) => answer === 'certainly').length;
  return {
    title: 'who gets in from outside',
    summary: `${certain} certainly, ${shown.length - certain} perhaps`,
    headings: ['resource', 'who', 'answer', 'depends on', 'actions', 'by'],
    rows: shown.map((one) => [
      one.resource,
      partyText(one),
      one.answer,
      [
        ...one.keys.map(({ key, control }) => (control === 'unknown' ? key : `${key} (${control})`)),
        ...one.gaps.map((gap) => `unknown: ${gap}`),
      ].join(', '),
      one.actions.join(' '),
      one.statements.map(statementText).join('; '),
    ]),
    notes: [
      ...unknown.map(({ resource, why }) => `${resource}: ${why}`),
      ...(hidden > 0 ? [`${hidden} more: services that roles trust; \`--services\` lists them`] : []),
    ],
    json: { reach, unknown },
  };
}

function isServiceOfRole({ party }: ExternalReach): boolean {
  return party.kind === 'service' && party.source === undefined;
}

const SOURCE_WORDS = {
  held: 'for trusted accounts',
  open: 'for anybody',
  unknown: 'for whom is not known',
} as const;

function partyText({ party, isPublic }: ExternalReach): string {
  if (party.kind === 'service') return serviceText(party);
  const text = outsidePartyText(party);
  return party.kind === 'everyone' && isPublic === true ? `${text} (public)` : text;
}

function serviceText({ source, ...party }: Extract<ExternalParty, { readonly kind: 'service' }>): string {
  const name = outsidePartyText(party);
  return source === undefined ? name : `${name}, ${SOURCE_WORDS[source]}`;
}

function exitCodeOf({ reach, unknown }: ExternalAudit): ExitCode {
  const counted = reach.filter(
    ({ party }) => party.kind !== 'service' || (party.source !== undefined && party.source !== 'held'),
  );
  if (counted.some(({ answer }) => answer === 'certainly')) return EXIT_CODE.no;
  return counted.length > 0 || unknown.length > 0 ? EXIT_CODE.undecided : EXIT_CODE.yes;
}
