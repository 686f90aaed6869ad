import fc from 'fast-check';
import type { Policy } from '@policywright/policy';
import type { DecisionCube, EndpointPolicies, PrincipalPolicies, ResourcePolicies } from '../index.ts';
import { policyOf, type StatementInput } from './decideWith.ts';

const ACCOUNT = '111122223333';
const LINKED = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
const ACCESS_POINT = `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/ap`;
const PRINCIPALS: readonly PrincipalPolicies['principal'][] = [
  `arn:aws:iam::${ACCOUNT}:user/alice`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run1`,
  `arn:aws:sts::${ACCOUNT}:federated-user/alice`,
  `arn:aws:iam::${ACCOUNT}:root`,
  'arn:aws:iam::444455556666:user/dave',
  'anonymous',
  { service: 'sns.amazonaws.com' },
  'nobody',
  `arn:aws:iam::${ACCOUNT}:role/deploy`,
  `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForECS/run1`,
  LINKED,
  'arn:aws:iam::444455556666:root',
  { federated: 'accounts.google.com' },
  { canonicalUser: '0123456789abcdef'.repeat(4) },
];
const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  'S3:getobject',
  'ecs:RunTask',
  'kms:Decrypt',
  'kms:RetireGrant',
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'malformed',
  's3:PutBucketPolicy',
  's3:ListAllMyBuckets',
  'kms:ScheduleKeyDeletion',
  'kms:PutKeyPolicy',
  'kms:UpdateAlias',
  'sts:TagSession',
  'sts:SetSourceIdentity',
  'sts:AssumeRoot',
  'sts:AssumeRoleWithSAML',
  'sts:GetFederationToken',
  'iam:GetRole',
  'iam:PassRole',
  'iam:DeleteRole',
  'iam:TagRole',
  'sqs:DeleteQueue',
  'lambda:InvokeFunctionUrl',
  'lambda:AddPermission',
  'execute-api:Invoke',
  'codeartifact:PutDomainPermissionsPolicy',
];
const RESOURCES = [
  '*',
  'arn:aws:s3:::reports/q1.csv',
  'arn:aws:s3:::reports/alice',
  `arn:aws:kms:us-east-1:${ACCOUNT}:key/k1`,
  `arn:aws:iam::${ACCOUNT}:role/deploy`,
  'arn:aws-cn:s3:::reports/q1.csv',
  'arn:aws:s3:::reports',
  `${ACCESS_POINT}/object/q1.csv`,
  'arn:aws:kms:us-east-1:444455556666:key/k1',
  `arn:aws:kms:us-east-1:${ACCOUNT}:alias/aws/s3`,
  LINKED,
  `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin`,
  'arn:aws:iam::444455556666:root',
  `arn:aws:execute-api:us-east-1:${ACCOUNT}:abc123/prod/GET/pets`,
];
const NAMED = [
  '*',
  { AWS: ACCOUNT },
  { AWS: PRINCIPALS[0] },
  { AWS: `arn:aws:iam::${ACCOUNT}:role/deploy` },
  { AWS: PRINCIPALS[1] },
  { AWS: '444455556666' },
  { Service: 'sns.amazonaws.com' },
  { AWS: 'AIDAALICE' },
  { AWS: `arn:aws:iam::${ACCOUNT}:user/*` },
  { Federated: 'accounts.google.com' },
  { CanonicalUser: '0123456789abcdef'.repeat(4) },
];

const statement: fc.Arbitrary<StatementInput> = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    actionElement: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
    actions: fc.subarray(['*', 's3:*', 's3:Get*', 'ecs:RunTask', 'kms:*', 'sts:*', 'k?s:Decrypt', 'iam:*'], {
      minLength: 1,
    }),
    resourceElement: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
    resources: fc.subarray(
      [
        '*',
        'arn:aws:s3:::reports/*',
        'arn:aws:s3:::reports/${aws:username}',
        'arn:aws:kms',
        RESOURCES[4],
        `${ACCESS_POINT}/object/*`,
        'execute-api:/prod/*',
        'arn:aws:iam::*',
      ],
      {
        minLength: 1,
      },
    ),
    condition: fc.constantFrom(
      {},
      {},
      { StringEquals: { 'aws:username': 'alice' } },
      { Null: { 'aws:PrincipalTag/t': true } },
      { StringEquals: { 'aws:PrincipalAccount': ACCOUNT } },
    ),
  })
  .map((s) => ({
    Effect: s.effect,
    [s.actionElement]: s.actions,
    [s.resourceElement]: s.resources,
    Condition: s.condition,
  }));

const plainPolicy: fc.Arbitrary<Policy> = fc
  .array(statement, { minLength: 1, maxLength: 3 })
  .map((s) => policyOf(s));
const naming: fc.Arbitrary<StatementInput> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMED).map((Principal) => ({ Principal })) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMED).map((NotPrincipal) => ({ NotPrincipal })) },
);
const namingPolicy: fc.Arbitrary<Policy> = fc
  .array(fc.tuple(statement, naming), { minLength: 1, maxLength: 3 })
  .map((pairs) => policyOf(pairs.map(([s, named]) => ({ ...s, ...named }))));

const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
/** One of some values every other time. */
const rarely = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });
const policies = fc.array(plainPolicy, { maxLength: 2 });

const principal: fc.Arbitrary<PrincipalPolicies> = fc.record({
  principal: fc.constantFrom(...PRINCIPALS),
  identity: policies,
  boundary: sometimes(fc.array(plainPolicy, { maxLength: 1 })),
  session: sometimes(policies),
  scps: sometimes(fc.array(policies, { maxLength: 2 })),
  context: fc.constantFrom<PrincipalPolicies['context']>(
    {},
    { 'aws:username': 'alice' },
    { 'AWS:PrincipalTag/T': 'x' },
    { 'aws:userid': 'AIDAALICE' },
    { 'aws:PrincipalArn': LINKED },
  ),
  role: rarely<PrincipalPolicies['role']>('service-linked'),
  account: rarely<PrincipalPolicies['account']>('management', 'delegated-administrator'),
  federatedBy: rarely<PrincipalPolicies['federatedBy']>('root'),
  credentials: rarely<PrincipalPolicies['credentials']>('session-token', 'session-token-mfa', 'console'),
});

const resource: fc.Arbitrary<ResourcePolicies> = fc.record({
  resource: fc.constantFrom(...RESOURCES),
  resourceAccount: fc.constantFrom(undefined, undefined, ACCOUNT, '444455556666'),
  policy: sometimes(namingPolicy),
  rcps: sometimes(fc.array(fc.array(namingPolicy, { maxLength: 2 }), { maxLength: 2 })),
  context: fc.constantFrom<ResourcePolicies['context']>(
    undefined,
    undefined,
    { 'aws:username': 'bob' },
    { 's3:DataAccessPointArn': ACCESS_POINT },
  ),
  account: rarely<ResourcePolicies['account']>('management'),
  kind: rarely<ResourcePolicies['kind']>(
    { type: 'key' },
    { type: 'key', managedBy: 'aws' },
    { type: 'key', grants: [{ grantee: `arn:aws:iam::${ACCOUNT}:user/alice`, operations: ['Decrypt'] }] },
    { type: 'role' },
    { type: 'bucket', publicAccess: 'restricted' },
    { type: 'bucket', publicAccess: 'restricted', networkOrigin: 'VPC' },
  ),
});

const endpoint: fc.Arbitrary<EndpointPolicies> = fc.record({
  policies: fc.array(namingPolicy, { maxLength: 2 }),
  type: fc.constantFrom(undefined, 'gateway', 'interface'),
});

/** Small cubes over names that often meet. */
export const arbitraryCube: fc.Arbitrary<DecisionCube> = fc.record({
  principals: fc.array(principal, { minLength: 1, maxLength: 3 }),
  // Not all at once, so that a cube costs little; together, some that have rules of their own and some that have none.
  actions: fc.subarray(ACTIONS, { minLength: 8, maxLength: 12 }),
  resources: fc.array(resource, { minLength: 1, maxLength: 3 }),
  endpoint: fc.option(endpoint, { nil: undefined, freq: 1 }),
  context: fc.constantFrom(undefined, { 'aws:SecureTransport': 'true' }),
});
