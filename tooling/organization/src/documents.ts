import type { Random } from './random.ts';

/** A policy document. */
export interface MadeDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly object[];
}

/** Puts statements together. */
export function documentOf(...statements: readonly object[]): MadeDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** What documents are made for. */
export interface Setting {
  readonly random: Random;
  readonly account: string;
  readonly team: string;
  readonly region: string;
}

type Maker = (setting: Setting) => object;

const allow = (Action: string | readonly string[], Resource: unknown = '*', Condition?: object): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});

/** Statements such as teams write for what they run. */
const STATEMENTS: readonly Maker[] = [
  ({ team }) => allow(['s3:GetObject', 's3:PutObject'], `arn:aws:s3:::${team}-data/*`),
  ({ team }) => allow(['s3:ListBucket'], `arn:aws:s3:::${team}-data`),
  ({ team, account, region }) =>
    allow(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      `arn:aws:dynamodb:${region}:${account}:table/${team}-*`,
    ),
  ({ account, region, team }) =>
    allow(
      ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
      `arn:aws:sqs:${region}:${account}:${team}-jobs`,
    ),
  ({ account, region, team }) =>
    allow('secretsmanager:GetSecretValue', `arn:aws:secretsmanager:${region}:${account}:secret:${team}/*`),
  ({ account, region }) =>
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], `arn:aws:logs:${region}:${account}:log-group:*`),
  ({ account, team }) =>
    allow('iam:PassRole', `arn:aws:iam::${account}:role/${team}-*`, {
      StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
    }),
  () => allow(['ecs:Describe*', 'ecs:List*']),
  ({ account, region, team }) =>
    allow(
      ['ecs:UpdateService', 'ecs:RunTask'],
      [
        `arn:aws:ecs:${region}:${account}:service/${team}/*`,
        `arn:aws:ecs:${region}:${account}:task-definition/${team}-*`,
      ],
    ),
  ({ team }) =>
    allow(['ec2:StartInstances', 'ec2:StopInstances'], '*', {
      StringEquals: { 'aws:ResourceTag/team': team },
    }),
  () => allow(['cloudwatch:PutMetricData', 'cloudwatch:GetMetric*']),
  ({ account, region }) =>
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], `arn:aws:kms:${region}:${account}:key/*`),
  ({ account, region, team }) =>
    allow(
      ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'],
      `arn:aws:lambda:${region}:${account}:function:${team}-*`,
    ),
  ({ account, random }) => allow('sts:AssumeRole', `arn:aws:iam::${account}:role/role-${random.below(40)}`),
  ({ region }) => allow('sns:Publish', '*', { StringEquals: { 'aws:RequestedRegion': region } }),
  () => allow('s3:*', 'arn:aws:s3:::${aws:PrincipalTag/team}-data/*'),
  () =>
    allow(['s3:ListBucket', 'sqs:ReceiveMessage'], '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
  () =>
    allow(['ssm:GetParameter', 'ssm:GetParameters'], '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
];

/** A policy of a team. */
export function teamDocument(setting: Setting): MadeDocument {
  const makers = setting.random.some(STATEMENTS, 1 + setting.random.below(4));
  return documentOf(...makers.map((make) => make(setting)));
}

/** Managed policies that every account has, with the share of principals that have them. */
export const COMMON_POLICIES: readonly {
  readonly name: string;
  readonly share: number;
  readonly document: MadeDocument;
}[] = [
  { name: 'AdministratorAccess', share: 0.02, document: documentOf(allow('*')) },
  {
    name: 'PowerUserAccess',
    share: 0.04,
    document: documentOf(
      { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
      allow(['iam:CreateServiceLinkedRole', 'iam:ListRoles', 'organizations:DescribeOrganization']),
    ),
  },
  {
    name: 'ReadOnlyAccess',
    share: 0.15,
    document: documentOf(
      allow([
        's3:Get*',
        's3:List*',
        'ec2:Describe*',
        'ecs:Describe*',
        'ecs:List*',
        'iam:Get*',
        'iam:List*',
        'dynamodb:Describe*',
        'dynamodb:List*',
        'lambda:Get*',
        'lambda:List*',
        'logs:Describe*',
        'logs:Get*',
        'sns:Get*',
        'sqs:List*',
        'kms:List*',
        'kms:Describe*',
      ]),
    ),
  },
  {
    name: 'IAMFullAccess',
    share: 0.01,
    document: documentOf(allow(['iam:*', 'organizations:DescribeAccount'])),
  },
  {
    name: 'AWSLambdaBasicExecutionRole',
    share: 0.2,
    document: documentOf(allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'])),
  },
  { name: 'AmazonS3FullAccess', share: 0.05, document: documentOf(allow(['s3:*', 's3-object-lambda:*'])) },
  {
    name: 'AmazonECSTaskExecutionRolePolicy',
    share: 0.15,
    document: documentOf(
      allow([
        'ecr:GetAuthorizationToken',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ]),
    ),
  },
];

/** The permissions boundary of developers. */
export const BOUNDARY: MadeDocument = documentOf(
  { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
  allow(['iam:Get*', 'iam:List*', 'iam:PassRole']),
);
