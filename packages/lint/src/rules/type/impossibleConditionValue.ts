import { arnForm } from '@policywright/conditions/values';
import { quote } from '@policywright/policy/text';
import { valueFormOf } from '../../data/valueForms.ts';
import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import { valueEntries } from '../../facts/valueEntries.ts';
import { widenVariables } from '../../facts/variables.ts';
import type { BadExample, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, deny, finds, trust, type ExampleStatement } from '../_internals/exampleDocuments.ts';
import { fitsForm } from '../_internals/fitsForm.ts';

const GITHUB = 'token.actions.githubusercontent.com';
const EKS = 'oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
const Action = 'sts:AssumeRoleWithWebIdentity';
const providerOf = (address: string): ExampleStatement => ({
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${address}` },
  Action,
});
const equals = (key: string, value: string): ExampleStatement => ({
  Condition: { StringEquals: { [key]: value } },
});
const at = (key: string): { readonly at: string } => ({
  at: `/Statement/0/Condition/StringEquals/${key.replaceAll('/', '~1')}`,
});

/** A value of a key that it never has, with what is said of it: what its values are, and what to write. */
const wrong = (key: string, value: string, [what, help]: readonly [string, string]): BadExample =>
  finds(allow(equals(key, value)), {
    ...at(key),
    message: `found \`${value}\` for \`${key}\`, whose values are ${what}`,
    help,
  });
const ACCOUNTS = ['numbers of accounts', 'write the twelve digits of the account'] as const;
const ORGANIZATIONS = [
  'ids of organizations',
  'write the id of the organization, such as `o-a1b2c3d4e5`',
] as const;
const POLICIES = ['ARNs of managed policies', 'write `arn:aws:iam::ACCOUNT:policy/NAME`'] as const;

/** Reports values that a condition key never has. */
export const impossibleConditionValue: Rule = {
  id: 'impossible-condition-value',
  group: 'type',
  severity: 'error',
  aliases: {},
  reads: ['Condition'],
  doc: 'a condition compares a key with a value that it never has, such as `aws:PrincipalArn` with the ARN of a session: it never holds, or always where it is negated',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(
          {
            ...bucket({ Principal: '*' }),
            text: JSON.stringify({
              Version: '2012-10-17',
              Statement: {
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: 'arn:aws:s3:::b/*',
                Condition: {
                  ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:sts::111122223333:assumed-role/app/*' },
                },
              },
            }),
          },
          {
            at: '/Statement/Condition/ArnNotLike/aws:PrincipalArn',
            message:
              'found `arn:aws:sts::111122223333:assumed-role/app/*` for `aws:PrincipalArn`, whose values are ARNs of roles, users, federated users and root users',
            help: 'write `arn:aws:iam::ACCOUNT:role/NAME`: sessions have the ARN of their role',
            marks: '"arn:aws:sts::111122223333:assumed-role/app/*"',
          },
        ),
        finds(
          allow({
            Condition: {
              StringLike: {
                'aws:PrincipalArn': [
                  'arn:aws:iam::111122223333:group/devs',
                  'arn:aws:iam::*:instance-profile/*',
                  'AROA1234567890EXAMPLE:*',
                  'arn:aws:iam::*:role/app',
                ],
              },
            },
          }),
          { at: '/Statement/0/Condition/StringLike/aws:PrincipalArn/0' },
          { at: '/Statement/0/Condition/StringLike/aws:PrincipalArn/1' },
          { at: '/Statement/0/Condition/StringLike/aws:PrincipalArn/2' },
        ),
        ...[
          'aws:PrincipalAccount',
          'aws:ResourceAccount',
          'aws:SourceAccount',
          'aws:VpceAccount',
          'kms:CallerAccount',
        ].map((key) => wrong(key, '1111-2222-3333', ACCOUNTS)),
        wrong('aws:ResourceAccount', 'anonymous', ACCOUNTS),
        ...['aws:PrincipalOrgID', 'aws:ResourceOrgID', 'aws:SourceOrgID', 'aws:VpceOrgID'].map((key) =>
          wrong(key, 'ou-ab12-11111111', ORGANIZATIONS),
        ),
        finds(
          deny({
            Condition: { StringNotEqualsIgnoreCase: { 'aws:ResourceOrgID': ['r-ab12', 'O-A1B2C3D4E5'] } },
          }),
          {
            at: '/Statement/0/Condition/StringNotEqualsIgnoreCase/aws:ResourceOrgID/0',
            message: 'found `r-ab12` for `aws:ResourceOrgID`, whose values are ids of organizations',
            help: 'write the id of the organization, such as `o-a1b2c3d4e5`',
          },
        ),
        ...['aws:PrincipalOrgPaths', 'aws:ResourceOrgPaths', 'aws:SourceOrgPaths', 'aws:VpceOrgPaths'].map(
          (key) =>
            finds(
              allow({
                Condition: {
                  'ForAnyValue:StringLike': {
                    [key]: ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111', 'o-a1b2c3d4e5/*'],
                  },
                },
              }),
              {
                at: `/Statement/0/Condition/ForAnyValue:StringLike/${key}/0`,
                message: `found \`o-a1b2c3d4e5/r-ab12/ou-ab12-11111111\` for \`${key}\`, whose values are paths of organizations`,
                help: 'write the whole path, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`, with the slash at its end',
              },
            ),
        ),
        wrong('aws:PrincipalType', 'Role', [
          '`Account`, `User`, `FederatedUser`, `AssumedRole`, `Anonymous`',
          'write one of these',
        ]),
        wrong('ec2:MetadataHttpTokens', 'true', ['`required`, `optional`', 'write one of these']),
        wrong('ec2:Vpc', 'vpc-0a1b2c3d4e5f67890', [
          'ARNs of resources of the type `vpc`',
          'write `arn:aws:ec2:REGION:ACCOUNT:vpc/ID`',
        ]),
        wrong('ec2:Subnet', 'subnet-0a1b2c3d4e5f67890', [
          'ARNs of resources of the type `subnet`',
          'write `arn:aws:ec2:REGION:ACCOUNT:subnet/ID`',
        ]),
        wrong('iam:PolicyARN', 'arn:aws:iam::111122223333:role/app', POLICIES),
        wrong('iam:PermissionsBoundary', 'boundary', POLICIES),
        wrong('lambda:FunctionUrlAuthType', 'IAM', ['`AWS_IAM`, `NONE`', 'write one of these']),
        wrong('s3:x-amz-acl', 'public', [
          '`private`, `public-read`, `public-read-write`, `authenticated-read`, `aws-exec-read`, `bucket-owner-read`, `bucket-owner-full-control`, `log-delivery-write`',
          'write one of these',
        ]),
        wrong('s3:x-amz-server-side-encryption', 'SSE-KMS', [
          '`AES256`, `aws:kms`, `aws:kms:dsse`, `aws:fsx`',
          'write one of these',
        ]),
        finds(
          allow(equals('s3:x-amz-server-side-encryption', 'SSE-KMS')),
          at('s3:x-amz-server-side-encryption'),
        ),
        finds(trust({ ...providerOf(GITHUB), ...equals(`${GITHUB}:sub`, 'acme/site:ref:refs/heads/main') }), {
          ...at(`${GITHUB}:sub`),
          message: `found \`acme/site:ref:refs/heads/main\` for \`${GITHUB}:sub\`, whose values are claims with their names in front, usually \`repo:OWNER/NAME:…\``,
          help: 'let it start with `repo:`',
        }),
        finds(trust({ ...providerOf(EKS), ...equals(`${EKS}:sub`, 'serviceaccount:shop:web') }), {
          ...at(`${EKS}:sub`),
          message: `found \`serviceaccount:shop:web\` for \`${EKS}:sub\`, whose values are names of service accounts`,
          help: 'write `system:serviceaccount:NAMESPACE:NAME`',
        }),
      ],
      good: [
        allow({
          Condition: {
            ArnLike: {
              'aws:PrincipalArn': [
                'arn:aws:iam::*:role/app',
                'arn:aws:iam::111122223333:user/ana',
                'arn:aws:iam::111122223333:root',
                'arn:aws:sts::111122223333:federated-user/ana',
                'arn:aws:iam::111122223333:*',
              ],
            },
          },
        }),
        // Of what is no ARN at all another rule speaks.
        allow({ Condition: { ArnLike: { 'aws:PrincipalArn': '111122223333' } } }),
        allow({
          Condition: { StringLike: { 'aws:PrincipalArn': ['*:role/app', '${aws:PrincipalTag/arn}'] } },
        }),
        allow({ Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333', 'anonymous'] } } }),
        allow({ Condition: { StringLike: { 'aws:PrincipalAccount': '1111*' } } }),
        allow(equals('aws:ResourceOrgID', '${aws:PrincipalOrgID}')),
        allow({ Condition: { Null: { 'aws:PrincipalOrgID': 'false' } } }),
        allow({
          Condition: { 'ForAnyValue:StringEquals': { 'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/r-ab12/' } },
        }),
        ...['Account', 'User', 'FederatedUser', 'AssumedRole', 'Anonymous'].map((value) =>
          allow(equals('aws:PrincipalType', value)),
        ),
        allow({ Condition: { StringEqualsIgnoreCase: { 's3:x-amz-server-side-encryption': 'AWS:KMS' } } }),
        ...['AES256', 'aws:kms:dsse', 'aws:fsx'].map((value) =>
          allow(equals('s3:x-amz-server-side-encryption', value)),
        ),
        ...[
          'repo:acme/site:*',
          'repository_owner:acme:environment:prod',
          'job_workflow_ref:acme/ci/.github/a.yml@main',
        ].map((value) =>
          trust({ ...providerOf(GITHUB), Condition: { StringLike: { [`${GITHUB}:sub`]: value } } }),
        ),
        trust({ ...providerOf(EKS), ...equals(`${EKS}:sub`, 'system:serviceaccount:shop:web') }),
        trust({ ...providerOf('idp.example.com'), ...equals('idp.example.com:sub', 'web') }),
      ],
    };
  },
  *check(context) {
    for (const { facts } of context.conditions) {
      const form = facts.family === 'String' || facts.family === 'Arn' ? valueFormOf(facts.key) : undefined;
      if (form === undefined) continue;
      for (const { text, pointer } of valueEntries(context, facts)) {
        if (canBe(text, form.patterns, facts)) continue;
        yield {
          pointer,
          message: `found ${quote(text)} for ${quote(facts.condition.key)}, whose values are ${form.what}`,
          help: form.help,
        };
      }
    }
  },
};

function canBe(text: string, patterns: readonly string[], { family, condition }: ConditionFacts): boolean {
  const pattern = widenVariables(text);
  // What is no ARN under an operator of ARNs is reported as such.
  if (family === 'Arn' && arnForm(pattern) !== 'arn') return true;
  const anyCase = condition.operator.name.endsWith('IgnoreCase');
  return patterns.some((each) => {
    const value = each.includes('#') ? pattern.replaceAll(/\d/g, '#') : pattern;
    return anyCase ? fitsForm(value.toLowerCase(), each.toLowerCase()) : fitsForm(value, each);
  });
}
