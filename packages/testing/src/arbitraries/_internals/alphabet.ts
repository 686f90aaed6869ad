import type { Principal } from '@policywright/evaluator';
import { ROLE_CALLERS } from './roleCallers.ts';
import { SERVICE_TARGETS, type Target } from './serviceTargets.ts';

/**
 * The few names that generated policies and requests share, so that they meet often.
 *
 * Each list begins with the plainest, since shrinking goes towards the front.
 */
export const ACCOUNTS = ['111122223333', '444455556666'] as const;

export const USER = 'arn:aws:iam::111122223333:user/alice';
export const SESSION = 'arn:aws:sts::111122223333:assumed-role/deploy/run1';
export const FEDERATED = 'arn:aws:sts::111122223333:federated-user/alice';

/** Callers that a request may have. */
export const CALLERS: readonly string[] = [
  USER,
  SESSION,
  FEDERATED,
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::444455556666:user/dave',
  'arn:aws:sts::444455556666:assumed-role/audit/run1',
  'arn:aws:iam::111122223333:user/div/alice',
  'arn:aws-cn:iam::111122223333:user/alice',
  'anonymous',
  ...ROLE_CALLERS,
];

export const SERVICES = ['ecs-tasks.amazonaws.com', 'sns.amazonaws.com'] as const;
/** Identity providers that stand under `Federated`. */
export const PROVIDERS = ['accounts.google.com', 'arn:aws:iam::111122223333:saml-provider/corp'] as const;
/** What stands under `CanonicalUser`. */
export const CANONICAL_USERS: readonly string[] = ['0123456789abcdef'.repeat(4)];

/** Callers that are no principals of an account. */
export const OUTSIDERS: readonly Exclude<Principal, string>[] = [
  ...SERVICES.map((service) => ({ service })),
  ...PROVIDERS.map((federated) => ({ federated })),
  ...CANONICAL_USERS.map((canonicalUser) => ({ canonicalUser })),
];

/** What may stand under `AWS`. */
export const AWS_PRINCIPALS: readonly string[] = [
  '*',
  '111122223333',
  'arn:aws:iam::111122223333:root',
  USER,
  SESSION,
  'arn:aws:iam::111122223333:role/deploy',
  'arn:aws:iam::111122223333:role/path/deploy',
  FEDERATED,
  '444455556666',
  'arn:aws:iam::444455556666:user/dave',
  'arn:aws:iam::444455556666:role/audit',
  'arn:aws:iam::111122223333:user/div/alice',
  'AIDAALICE',
  'AROADEPLOY',
  'arn:aws:iam::111122223333:user/*',
  'arn:aws:iam::111122223333:user/Alice',
];

/** What exempts a caller from Deny with NotPrincipal (S142), whole and with a part missing. */
export const CHAINS: readonly (readonly string[])[] = [
  [USER, 'arn:aws:iam::111122223333:root'],
  [USER, '111122223333'],
  [SESSION, 'arn:aws:iam::111122223333:role/deploy', '111122223333'],
  [SESSION, 'arn:aws:iam::111122223333:role/path/deploy', '111122223333'],
  [SESSION, 'arn:aws:iam::111122223333:role/deploy'],
  ['arn:aws:iam::111122223333:role/deploy', '111122223333'],
  [FEDERATED, USER, '111122223333'],
  [FEDERATED, '111122223333'],
  ['arn:aws:iam::444455556666:user/dave', '444455556666'],
];

/** Actions with a resource that each might have. */
export const TARGETS: readonly Target[] = [
  ['s3:GetObject', 'arn:aws:s3:::b/k'],
  ['s3:GetObjectAcl', 'arn:aws:s3:::b/k/l'],
  ['s3:ListBucket', 'arn:aws:s3:::b'],
  ['sqs:SendMessage', 'arn:aws:sqs:us-east-1:111122223333:jobs'],
  ['ecs:RunTask', 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7'],
  ['ecs:ListTasks', '*'],
  ['kms:Decrypt', 'arn:aws:kms:us-east-1:111122223333:key/k1'],
  ['kms:RetireGrant', 'arn:aws:kms:us-east-1:444455556666:key/k1'],
  ['sts:AssumeRole', 'arn:aws:iam::111122223333:role/deploy'],
  ['sts:GetCallerIdentity', '*'],
  ['sts:GetSessionToken', '*'],
  ['sqs:SendMessage', 'arn:aws-cn:sqs:cn-north-1:111122223333:jobs'],
  ['sts:AssumeRoleWithWebIdentity', 'arn:aws:iam::111122223333:role/deploy'],
  ['iam:DeleteRole', 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/ForECS'],
  ['iam:CreatePolicyVersion', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  ...SERVICE_TARGETS,
];

export const ACTIONS: readonly string[] = TARGETS.map(([action]) => action);
export const RESOURCES: readonly string[] = TARGETS.map(([, resource]) => resource);

/** What a `*` is filled with. */
export const FILLINGS = ['', 'x', 'Object', 'b/k', 'a:b', '*', 'X', '/'] as const;

export const STRINGS = ['a', 'b', 'A', 'ab', '', 'a:b/c', '*', 'é', 'a?'] as const;
export const STRING_PATTERNS = [
  'a*',
  '?',
  '*',
  'a?',
  '*b*',
  '${aws:username}',
  '${aws:PrincipalTag/team}',
  "${aws:PrincipalTag/team, 'a'}",
  "x${AWS:principaltag/TEAM, ''}",
  '${aws:TagKeys}',
  'a${*}',
  '${?}${$}',
  '${aws:username',
  '*?*a',
] as const;
export const NUMBERS = [
  '1',
  '10',
  '9',
  '1.0',
  '010',
  '-1',
  '1e1',
  '0.5',
  '9007199254740993',
  '9007199254740992',
  '1x',
  '',
  '1.',
  '.5',
  '-0',
  '0',
  '0.50',
  '+1',
  '+5',
  '1e-1',
  '0.1',
  '-1.5',
  ' 1',
  '100000000000000000000',
  '99999999999999999999.5',
] as const;
export const DATES = [
  '2020-01-01',
  '2020',
  '2020-01',
  '2020-01-01T00:00Z',
  '2020-01-01T01:00:00+01:00',
  '2020-01-01T00:00:00.5Z',
  '1577836800',
  '1577836801',
  '2019-12-31T23:59:59Z',
  '2020-01-01T00:00:00.50Z',
  '2019-12-31T24:00:00Z',
  '2020-02-29',
  '2020-02-30',
  '2020-04-31',
  '2020-03-31T23:59:59-00:30',
  '2020-04-01T00:29:59Z',
  '1577836800.5',
  '1577836800.',
  '-1',
  '1969-12-31T23:59:59Z',
  '2020-01-01T00:00:00',
  'today',
  '2025-01-01T10:00:00+99:99',
  '2019',
  '1577836800000',
  '1577836800500',
  '',
] as const;
export const BOOLS = ['true', 'false', 'True', 'yes', '', '1'] as const;
export const BINARIES = [
  'YQ==',
  'YQ',
  'Yg==',
  '-_8',
  '+/8=',
  '?',
  '',
  'YR==',
  'YQ=',
  'YQ===',
  'Y',
  'YWJj=',
] as const;
export const ADDRESSES = [
  '10.1.2.3',
  '10.1.2.4',
  '11.0.0.1',
  '2001:db8::1',
  '2001:DB8:0:0::1',
  '::ffff:10.1.2.3',
  '10.1.2',
  '',
  '010.1.2.3',
  '10.1.2.3.',
  '::',
  '1:2:3:4:5:6:7::',
  '2001:db8::1%eth0',
  '10.1.2.256',
  '2001:db8::1::',
] as const;
export const RANGES = [
  '10.1.2.3',
  '10.0.0.0/8',
  '10.1.2.9/24',
  '0.0.0.0/0',
  '2001:db8::/32',
  '::/0',
  '10.1.2.3/33',
  '10.1.2.4/31',
  '10.1.2.3/032',
  '10.1.2.3/',
  '::ffff:10.0.0.0/104',
  '10.1.02.3',
  '1:2:3:4:5:6:7:0',
  '2001:db8::1/128',
  '2001:db8::/129',
  '10.0.0.0/33',
  'office',
] as const;
export const ARNS = [
  'arn:aws:sns:us-east-1:111122223333:t',
  'arn:aws:iam::111122223333:role/deploy',
  'arn:aws:iam::111122223333:role/path/deploy',
  'arn:aws:sns:us-east-1:111122223333:t:u',
  'arn:aws:sns:us-east-1',
  't',
  '',
  'arn:aws:sns:us-east-1:111122223333:',
] as const;
export const ARN_PATTERNS = [
  'arn:aws:sns:*:111122223333:t',
  'arn:aws:sns:us-east-1:111122223333:*',
  'arn:*:*:*:*:*',
  'arn:aws:iam::*:role/*',
  'arn:aws:*:t',
  '*',
  '**',
  '*:*:*:*:*:*',
  'a?:aws:iam::111122223333:role/deploy',
  'arn:aws:sns:us-?ast-1:111122223333:t?u',
  'arn:aws:iam::111122223333:role/${aws:PrincipalTag/team}',
  '${aws:PrincipalArn}',
] as const;

/** Context keys by the kind of value that they hold. */
export const KEYS = {
  string: ['aws:username', 'aws:PrincipalTag/team', 'aws:ResourceTag/team', 'aws:TagKeys'],
  number: ['s3:max-keys', 'aws:EpochTime'],
  date: ['aws:CurrentTime', 'aws:EpochTime'],
  bool: ['aws:SecureTransport', 'aws:MultiFactorAuthPresent'],
  binary: ['k:bytes'],
  ip: ['aws:SourceIp'],
  arn: ['aws:SourceArn', 'aws:PrincipalArn', 'ecs:cluster'],
  null: ['aws:PrincipalTag/team', 'aws:TagKeys', 'aws:SourceIp'],
} as const;

/** A kind of value that operators compare. */
export type ValueKind = keyof typeof KEYS;

export const REQUEST_VALUES: Readonly<Record<ValueKind, readonly string[]>> = {
  string: STRINGS,
  number: NUMBERS,
  date: DATES,
  bool: BOOLS,
  binary: BINARIES,
  ip: ADDRESSES,
  arn: ARNS,
  null: ['a', '', 'b', ''],
};

export const POLICY_VALUES: Readonly<Record<ValueKind, readonly string[]>> = {
  string: [...STRINGS, ...STRING_PATTERNS],
  number: [...NUMBERS, '${aws:EpochTime}'],
  date: DATES,
  bool: [...BOOLS, '${aws:SecureTransport}'],
  binary: BINARIES,
  ip: [...RANGES, '${aws:SourceIp}'],
  arn: [...ARNS, ...ARN_PATTERNS],
  null: ['true', 'false', 'True', 'x', ''],
};

/** Values that the operators of one family or another cannot read, or read in two ways. */
export const ODD_VALUES: readonly string[] = [
  '',
  '+5',
  '2020',
  '1577836800000',
  '2020-01-01T00:00:00',
  '2020-06-31',
  '10.0.0.0/33',
  '10.1.2',
  'YQ===',
  'yes',
  'arn:aws:sns',
  '*',
];
