import { documentOf, type MadeDocument } from './documents.ts';

const FULL: MadeDocument = documentOf({ Effect: 'Allow', Action: '*', Resource: '*' });
const FULL_RCP: MadeDocument = documentOf({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });

const POLICIES = {
  'p-FullAWSAccess': FULL,
  'p-RCPFullAWSAccess': FULL_RCP,
  'p-guardrails': documentOf({
    Sid: 'ProtectTrail',
    Effect: 'Deny',
    Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'organizations:LeaveOrganization'],
    Resource: '*',
  }),
  'p-regions': documentOf({
    Sid: 'Regions',
    Effect: 'Deny',
    NotAction: ['iam:*', 'sts:*', 'organizations:*', 's3:*', 'cloudfront:*', 'route53:*', 'support:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
  }),
  'p-no-users': documentOf({
    Sid: 'NoUsers',
    Effect: 'Deny',
    Action: ['iam:CreateUser', 'iam:CreateAccessKey', 'iam:CreateLoginProfile'],
    Resource: '*',
    Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/role-0' } },
  }),
  'p-own-organization': documentOf({
    Sid: 'OwnOrganization',
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:*', 'sqs:*', 'kms:*', 'secretsmanager:*'],
    Resource: '*',
    Condition: {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  }),
} as const;

/** The file of an organization: the first account is its management account, the others lie in two units. */
export function organizationFile(accounts: readonly string[]): object {
  const [management = '', ...members] = accounts;
  const leaf = (id: string): object => ({
    id,
    type: 'account',
    scps: ['p-FullAWSAccess'],
    rcps: ['p-RCPFullAWSAccess'],
  });
  const unit = (id: string, children: readonly string[], scps: readonly string[]): object => ({
    id,
    type: 'ou',
    scps: ['p-FullAWSAccess', ...scps],
    rcps: ['p-RCPFullAWSAccess'],
    children: children.map(leaf),
  });
  const half = Math.ceil(members.length / 2);
  return {
    id: 'o-a1b2c3d4e5',
    managementAccount: management,
    policies: POLICIES,
    root: {
      id: 'r-ab12',
      type: 'root',
      scps: ['p-FullAWSAccess', 'p-guardrails'],
      rcps: ['p-RCPFullAWSAccess', 'p-own-organization'],
      children: [
        leaf(management),
        unit('ou-ab12-11111111', members.slice(0, half), ['p-regions']),
        unit('ou-ab12-22222222', members.slice(half), ['p-regions', 'p-no-users']),
      ],
    },
  };
}
