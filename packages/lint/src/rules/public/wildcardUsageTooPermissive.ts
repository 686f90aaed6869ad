import type { Rule, RuleExample, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, endpoint, finds } from '../_internals/exampleDocuments.ts';
import { checkLooseValues } from '../_internals/checkLooseValues.ts';

const IDENTIFIERS = [
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID',
];
const CALLERS = [
  'aws:Ec2InstanceSourceVpc',
  'aws:PrincipalArn',
  'aws:SourceArn',
  'aws:SourceIdentity',
  'aws:username',
  'identitystore:UserId',
];
const PATHS = ['aws:PrincipalOrgPaths', 'aws:ResourceOrgPaths', 'aws:SourceOrgPaths', 'aws:VpceOrgPaths'];
const Principal = { Service: 'sns.amazonaws.com' };
const { text } = allow({ Condition: { StringLike: { 'aws:ResourceAccount': '1111*' } } });
const unversioned: RuleExample = { type: 'identity', text: text.replace('"Version":"2012-10-17",', '') };

/** Reports wildcards in values that say who calls. */
export const wildcardUsageTooPermissive: Rule = {
  id: 'wildcard-usage-too-permissive',
  group: 'public',
  severity: 'error',
  aliases: { accessAnalyzer: 'WILDCARD_USAGE_TOO_PERMISSIVE' },
  reads: ['Condition'],
  doc: 'a wildcard stands in an identifier that AWS makes, in the unique id of `aws:userid`, or behind fewer than six characters of a name of callers',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal, Condition: { StringLike: { 'aws:SourceAccount': '1111*' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:SourceAccount',
          message:
            'found `1111*` for `aws:SourceAccount`, whose values are identifiers that AWS makes: with a wildcard it lets in those of others',
          help: 'write the identifiers in full',
        }),
        ...IDENTIFIERS.map((key) =>
          finds(deny({ Condition: { StringNotLike: { [key]: ['vpc-0a1b2c3?', '111122223333'] } } }), {
            at: `/Statement/0/Condition/StringNotLike/${key}/0`,
          }),
        ),
        finds(
          bucket({ Principal: '*', Condition: { StringLike: { 'aws:userid': ['AROA*', 'AROA*:a', '*'] } } }),
          {
            at: '/Statement/0/Condition/StringLike/aws:userid/0',
            message:
              'found `AROA*` for `aws:userid`, where a wildcard in front of the colon takes in other roles and users',
            help: 'write the unique id in full, with a wildcard behind its colon only',
          },
          { at: '/Statement/0/Condition/StringLike/aws:userid/1' },
          { at: '/Statement/0/Condition/StringLike/aws:userid/2' },
        ),
        finds(allow({ Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1*/r-*' } } }), {
          at: '/Statement/0/Condition/ForAnyValue:StringLike/aws:PrincipalOrgPaths',
          message:
            'found `o-a1*/r-*` for `aws:PrincipalOrgPaths`, where fewer than 6 characters stand in front of the wildcard',
          help: 'write at least 6 characters in front of it',
        }),
        ...CALLERS.map((key) =>
          finds(deny({ Condition: { StringNotLike: { [key]: '*dmin' } } }), {
            at: `/Statement/0/Condition/StringNotLike/${key}`,
          }),
        ),
        ...PATHS.map((key) =>
          finds(deny({ Condition: { 'ForAllValues:StringNotLike': { [key]: 'o-a1?/*' } } }), {
            at: `/Statement/0/Condition/ForAllValues:StringNotLike/${key}`,
          }),
        ),
        finds(allow({ Condition: { StringLike: { 'aws:userid': '?ROAEXAMPLE123:*' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:userid',
        }),
        // Wildcards need no version.
        finds(unversioned, { at: '/Statement/0/Condition/StringLike/aws:ResourceAccount' }),
        finds(endpoint({ Condition: { StringLike: { 'aws:username': '*-operators' } } }), {
          at: '/Statement/0/Condition/StringLike/aws:username',
        }),
      ],
      good: [
        allow({ Condition: { StringLike: { 'aws:PrincipalArn': 'arn:*:iam::111122223333:role/*' } } }),
        // What endpoint policies do not take other rules report.
        endpoint({
          Condition: {
            StringLike: { 'aws:SourceVpc': 'vpc-0a1b2c3?', 'aws:username': 'a*', 'aws:userid': 'AROA*' },
          },
        }),
        allow({ Condition: { StringEquals: { 'aws:ResourceAccount': '1111*' } } }),
        allow({ Condition: { StringLike: { 'aws:ResourceAccount': '111122223333' } } }),
        allow({ Condition: { StringLike: { 'aws:userid': ['AROAEXAMPLE123:*', '*:alice', '*:*'] } } }),
        allow({ Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-a1b2/*' } } }),
        allow({ Condition: { StringNotLike: { 'aws:username': 'a*' } } }),
        deny({ Condition: { StringLike: { 'aws:username': 'a*' } } }),
        // It only asks whether the key is there.
        allow({ Condition: { StringLike: { 'aws:SourceIdentity': '*' } } }),
        allow({ Condition: { StringLike: { 's3:prefix': 'a*', 'aws:PrincipalTag/team': 'a*' } } }),
        allow({ Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws*:iam::*:role/a' } } }),
        allow({ Condition: { StringLike: { 'aws:username': 'person*' } } }),
        // There wildcards end at colons.
        allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '*:aws:iam::111122223333:role/a' } } }),
      ],
    };
  },
  check: (context) => checkLooseValues(context, 'wildcard'),
};
