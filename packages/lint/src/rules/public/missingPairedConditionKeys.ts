import { quote } from '@policywright/policy/text';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';

interface Pair {
  readonly applies: (facts: ConditionFacts) => boolean;
  /** Any of these makes it safe; in AWS's spelling. */
  readonly partners: readonly string[];
  readonly why: string;
}

const PAIRS: readonly Pair[] = [
  {
    applies: ({ key }) => key === 'aws:vpcsourceip',
    partners: [
      'aws:SourceVpc',
      'aws:SourceVpce',
      'aws:SourceVpcArn',
      'aws:VpceAccount',
      'aws:VpceOrgID',
      'aws:VpceOrgPaths',
    ],
    why: 'private addresses say nothing without the network',
  },
  {
    applies: ({ key }) => key === 'aws:ec2instancesourceprivateipv4',
    partners: ['aws:Ec2InstanceSourceVpc'],
    why: 'private addresses say nothing without the network',
  },
  {
    // The ARNs of buckets have no account, so that whoever owns the name next is trusted.
    applies: ({ key, values }) =>
      key === 'aws:sourcearn' && values.some((value) => /^arn:[^:]*:s3:[^:]*::/.test(value)),
    partners: ['aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'],
    why: 'the ARN of a bucket does not say whose it is',
  },
];

/** Reports condition keys that are safe only beside another. */
export const missingPairedConditionKeys: Rule = {
  id: 'missing-paired-condition-keys',
  group: 'public',
  severity: 'warning',
  aliases: { accessAnalyzer: 'MISSING_PAIRED_CONDITION_KEYS' },
  reads: ['Condition'],
  doc: 'an Allow statement has a condition key that is safe only beside another, as `aws:VpcSourceIp` is beside `aws:SourceVpc`',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:VpcSourceIp',
          message: 'found `aws:VpcSourceIp` on its own: private addresses say nothing without the network',
          help: 'add a condition on `aws:SourceVpc` or `aws:SourceVpce`',
          marks: '"aws:VpcSourceIp"',
        }),
        finds(
          bucket({
            Principal: { Service: 's3.amazonaws.com' },
            Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } },
          }),
          {
            at: '/Statement/0/Condition/ArnLike/aws:SourceArn',
            message: 'found `aws:SourceArn` on its own: the ARN of a bucket does not say whose it is',
            help: 'add a condition on `aws:SourceAccount` or `aws:SourceOrgID`',
          },
        ),
        finds(allow({ Condition: { IpAddress: { 'aws:Ec2InstanceSourcePrivateIPv4': '10.0.0.0/16' } } }), {
          at: '/Statement/0/Condition/IpAddress/aws:Ec2InstanceSourcePrivateIPv4',
          message:
            'found `aws:Ec2InstanceSourcePrivateIPv4` on its own: private addresses say nothing without the network',
          help: 'add a condition on `aws:Ec2InstanceSourceVpc`',
        }),
        finds(
          bucket({
            Principal: { Service: 's3.amazonaws.com' },
            Condition: {
              ArnLike: { 'aws:SourceArn': ['arn:aws:sns:eu-west-1:111122223333:t', 'arn:aws:s3:::b'] },
            },
          }),
          { at: '/Statement/0/Condition/ArnLike/aws:SourceArn' },
        ),
      ],
      good: [
        allow({
          Condition: {
            IpAddress: { 'aws:Ec2InstanceSourcePrivateIPv4': '10.0.0.0/16' },
            StringEquals: { 'aws:Ec2InstanceSourceVpc': 'vpc-0a1b2c3d4e5f67890' },
          },
        }),
        allow({
          Condition: {
            IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' },
            StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f67890' },
          },
        }),
        documentOf(
          'identity',
          ...[
            { ArnLike: { 'aws:SourceVpcArn': 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0a1b2c3d' } },
            { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
            { StringEquals: { 'aws:VpceAccount': '111122223333' } },
            { StringEquals: { 'aws:VpceOrgID': 'o-a1b2c3d4e5' } },
            { 'ForAnyValue:StringLike': { 'aws:VpceOrgPaths': 'o-a1b2c3d4e5/*' } },
          ].map((network) =>
            statement('Allow', {
              Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' }, ...network },
            }),
          ),
        ),
        documentOf(
          'resource',
          ...[
            { StringEquals: { 'aws:SourceAccount': '111122223333' } },
            { StringEquals: { 'aws:SourceOrgID': 'o-a1b2c3d4e5' } },
            { 'ForAnyValue:StringLike': { 'aws:SourceOrgPaths': 'o-a1b2c3d4e5/*' } },
          ].map((source) =>
            statement('Allow', {
              Principal: { Service: 's3.amazonaws.com' },
              Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' }, ...source },
            }),
          ),
        ),
        bucket({
          Principal: { Service: 'sns.amazonaws.com' },
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } },
        }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalTag/bucket': 'arn:aws:s3:::b' } } }),
        // It keeps out more than was meant, and lets nobody in.
        deny({ Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }),
        allow({ Condition: { NotIpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }),
      ],
    };
  },
  *check({ statements }) {
    for (const { conditions } of statements.filter(({ allows }) => allows)) {
      for (const facts of conditions) {
        const pair = facts.negated ? undefined : PAIRS.find(({ applies }) => applies(facts));
        if (pair === undefined) continue;
        const partners = pair.partners.map((name) => name.toLowerCase());
        if (conditions.some(({ key }) => partners.includes(key))) continue;
        yield {
          pointer: facts.pointer,
          markName: true,
          message: `found ${quote(facts.condition.key)} on its own: ${pair.why}`,
          help: `add a condition on ${pair.partners
            .slice(0, 2)
            .map((name) => `\`${name}\``)
            .join(' or ')}`,
        };
      }
    }
  },
};
