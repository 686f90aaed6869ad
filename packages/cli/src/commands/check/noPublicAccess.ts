import { checkNoPublicAccess, PUBLIC_RESOURCE_TYPES, type PublicResourceType } from '@policywright/analyzer';
import { quote } from '@policywright/policy/text';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { didYouMean } from '../../arguments/didYouMean.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE } from '../../exitCode.ts';
import { askPolicies } from '../proof/askPolicies.ts';
import { finish } from '../proof/finish.ts';
import { documentsOf } from '../proof/obstacles.ts';
import { analyzerOptions, PROOF_NOTES, PROOF_OPTIONS } from '../proof/proofOptions.ts';
import { loadActionNames } from '../proof/report/actionNames.ts';
import { unknownRows } from '../proof/rows.ts';
import { kindOf } from '../proof/subjects.ts';
import { verdictRows } from '../proof/verdictRows.ts';

const TYPES = Object.keys(PUBLIC_RESOURCE_TYPES);

/** `policywright check no-public-access`: that a resource policy lets nobody in of whom nothing is known. */
export const noPublicAccess: Command = defineCommand({
  summary: 'check that policies of resources do not let the public in',
  operands: { label: 'PATH...', least: 1 },
  options: {
    'resource-type': {
      value: 'TYPE',
      description: 'what the policies hang on, such as `AWS::S3::Bucket`; each service has rules of its own',
    },
    ...PROOF_OPTIONS,
  },
  notes: [
    `TYPE is one of ${TYPES.join(', ')}.`,
    'The public is a caller without credentials or a stranger of any account. Keys that tell where callers come from, such as `aws:SourceIp` or `aws:PrincipalOrgID`, keep it out when their values are fixed; for buckets and access points these must have no wildcard, and no range broader than /8 (IPv4) or /32 (IPv6).',
    ...PROOF_NOTES,
    'Exit code: 0 the public is kept out; 1 it is not, or a policy allows nothing on resources of the type; 2 wrong usage, or something cannot be read; 4 it was not found out.',
  ],
  examples: [
    'check no-public-access bucket-policy.json --resource-type AWS::S3::Bucket',
    'check no-public-access trust.json --resource-type AWS::IAM::AssumeRolePolicyDocument --format sarif',
  ],
  run: async ({ options, operands: paths, io }) => {
    const resourceType = typeOf(options['resource-type']);
    const given = await analyzerOptions(options);
    const names = await loadActionNames();
    const subject = { paths, together: false };
    const report = await askPolicies(io, subject, {
      title: 'Public access',
      proved: 'the public is kept out',
      ask: (asked) => {
        const nothing = { steps: 0, assumptions: [] };
        if (asked.policies.some((policy) => kindOf(policy) === 'identity'))
          return {
            ...nothing,
            rows: unknownRows(asked, ['it names no principal, as a policy of a resource does']),
          };
        const { verdict, vacuous } = checkNoPublicAccess(documentsOf(asked.policies), {
          ...given,
          resourceType,
        });
        const answered = verdictRows(asked, verdict, { code: 'public', names });
        const [row] = vacuous
          ? unknownRows(asked, [`it allows nothing on resources of type ${resourceType}`])
          : [];
        return row === undefined
          ? answered
          : { ...answered, rows: [{ ...row, code: 'other-type' as const }] };
      },
    });
    return report === undefined ? EXIT_CODE.usage : finish(io, report, options);
  },
});

function typeOf(text: string | undefined): PublicResourceType {
  if (text === undefined)
    throw new CommandError('it is not said what the policies hang on', {
      help: 'give `--resource-type`, such as `AWS::S3::Bucket`',
    });
  if (isType(text)) return text;
  throw new CommandError(`\`--resource-type\` cannot be ${quote(text)}`, { help: didYouMean(text, TYPES) });
}

function isType(text: string): text is PublicResourceType {
  return Object.hasOwn(PUBLIC_RESOURCE_TYPES, text);
}
