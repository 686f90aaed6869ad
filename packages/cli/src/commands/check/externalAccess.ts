import {
  BESIDE_POLICIES,
  externalAccess as askExternalAccess,
  externalParties,
  type ExternalAnswer,
  type PartyAccess,
} from '@policywright/analyzer';
import { isAccountId } from '@policywright/arn';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { outsidePartyText } from '../_internals/outsidePartyText.ts';
import { trustedZone } from '../_internals/trustedZone.ts';
import { askPolicies } from '../proof/askPolicies.ts';
import { finish } from '../proof/finish.ts';
import { documentsOf, reasonWords } from '../proof/obstacles.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS } from '../proof/proofOptions.ts';
import { loadActionNames, type ActionNames } from '../proof/report/actionNames.ts';
import type { ProofRow } from '../proof/report/proofRow.ts';
import { unknownRows, witnessRow, type Asked } from '../proof/rows.ts';
import { kindOf } from '../proof/subjects.ts';

/** `policywright check external-access`: that a resource policy lets in nobody but those who are trusted. */
export const externalAccess: Command = defineCommand({
  summary: 'check that policies of resources let nobody in from outside of trusted accounts',
  operands: { label: 'PATH...', least: 1 },
  options: {
    trust: {
      value: 'ID',
      repeats: true,
      description:
        'number of an account, or id of an organization (`o-…`), that is not outside; may be given several times',
    },
    'resource-account': {
      value: 'ID',
      description:
        'number of the account of the resources, which is never outside; by default as ARNs tell, and where they do not, each account that a policy names is outside',
    },
    intermediaries: {
      description: 'tell of AWS services and of identity providers of trusted accounts, too',
    },
    ...PROOF_OPTIONS,
  },
  notes: [
    'Outside is who is neither of the account of the resource nor of one that is trusted. Whether somebody is of a trusted organization, `aws:PrincipalOrgID` and `aws:PrincipalOrgPaths` tell. Who is outside may have any policies of its own. Conditions are told with who has their keys in hand: AWS, the identity provider, or the caller itself.',
    ...PROOF_NOTES,
    'A whole account or organization is asked by `policywright audit external`. Exit code: 0 nobody gets in from outside; 1 somebody does; 2 wrong usage, or something cannot be read; 4 it was not found out.',
  ],
  examples: [
    'check external-access bucket-policy.json --trust o-a1b2c3d4e5',
    'check external-access trust.json --trust 111122223333 --trust 444455556666 --format sarif',
  ],
  run: async ({ options, operands: paths, io }) => {
    const zone = {
      ...trustedZone(options.trust),
      ...(options.intermediaries && { intermediaries: 'told' as const }),
    };
    const resourceAccount = accountOf(options['resource-account']);
    const given = { ...(await analyzerOptions(options)), resourceAccount };
    const names = await loadActionNames();
    const subject = { paths, together: false };
    const report = await askPolicies(io, subject, {
      title: 'Access from outside',
      proved: 'nobody gets in from outside',
      granted: [
        `nothing but policies lets callers in or keeps them out, which is not looked at: ${Object.values(BESIDE_POLICIES).join('; ')}`,
      ],
      ask: (asked) => {
        if (asked.policies.some((policy) => kindOf(policy) === 'identity'))
          return {
            rows: unknownRows(asked, ['it names no principal, as a policy of a resource does']),
            steps: 0,
            assumptions: [],
          };
        const answer = askExternalAccess({ resource: documentsOf(asked.policies) }, zone, given);
        return { ...answer, rows: externalRows(asked, answer, names) };
      },
    });
    return report === undefined ? EXIT_CODE.usage : finish(io, report, options);
  },
});

function externalRows(
  asked: Asked,
  { access, reasons }: ExternalAnswer,
  names: ActionNames,
): readonly ProofRow[] {
  return [
    ...externalParties(access).flatMap((found) => partyRow(asked, found, names)),
    ...unknownRows(asked, reasonWords(reasons)),
  ];
}

function partyRow(asked: Asked, { party, access }: PartyAccess, names: ActionNames): readonly ProofRow[] {
  const [first] = access;
  if (first === undefined) return [];
  const { witness, conditions } = first;
  const controls = conditions.flatMap(({ key, control }) =>
    control === 'unknown' ? [] : [`${quote(key)} is in the hands of ${HANDS[control]}`],
  );
  const actions = [...new Set(access.flatMap((one) => one.actions))].map(names.name);
  return [
    {
      ...witnessRow(asked, 'external', { witness, names }),
      actions: actions.sort(),
      futureActions: [...new Set(access.flatMap((one) => one.futureActions))],
      reason: [`lets in ${outsidePartyText(party)}`, ...new Set(controls)].join('; '),
    },
  ];
}

const HANDS = { aws: 'AWS', provider: 'the identity provider', caller: 'the caller' } as const;

function accountOf(text: string | undefined): string | undefined {
  if (text === undefined || isAccountId(text)) return text;
  throw new CommandError(`\`--resource-account\` cannot be ${quote(text)}`, {
    help: 'the number of an account, 12 digits',
  });
}
