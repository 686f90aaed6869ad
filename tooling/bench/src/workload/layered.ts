import { ACCOUNT, requestsInTurn } from './requests.ts';
import type { BenchDocument, BenchStatement, Workload } from './workload.ts';

const role = `arn:aws:iam::${ACCOUNT}:role/reader`;
const owner = '444455556666';

function document(...statements: readonly BenchStatement[]): BenchDocument {
  return { Version: '2012-10-17', Statement: statements };
}

const everything: BenchStatement = { Effect: 'Allow', Action: ['*'], Resource: ['*'] };
const request = {
  principal: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/session-1`,
  action: 's3:GetObject',
  resourceAccount: owner,
  context: {
    'aws:PrincipalTag/team': 'blue',
    'aws:RequestedRegion': 'us-east-1',
    'aws:SecureTransport': 'true',
  },
};
const resource = 'arn:aws:s3:::reports-prod/data/day-1.csv';

/** W4: a role session reads a bucket of another account, so that each of the six layers must allow. */
export const layered: Workload = {
  name: 'W4',
  description: 'identity, boundary, 3 SCP levels and the resource policy of another account',
  identity: document(
    { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: ['arn:aws:s3:::reports-*/data/*'] },
    { Effect: 'Allow', Action: ['dynamodb:*Item'], Resource: ['arn:aws:dynamodb:*:*:table/reports-*'] },
    {
      Effect: 'Deny',
      Action: ['s3:*'],
      Resource: ['arn:aws:s3:::reports-secret/*'],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } },
    },
  ),
  boundary: document(
    { Effect: 'Allow', Action: ['s3:*', 'dynamodb:*', 'logs:*'], Resource: ['*'] },
    {
      Effect: 'Deny',
      Action: ['s3:Get*'],
      Resource: ['arn:aws:s3:::reports-prod/*/*'],
      Condition: { StringEquals: { 'aws:PrincipalTag/team': 'contractors' } },
    },
  ),
  scps: [
    document(everything, {
      Effect: 'Deny',
      Action: ['*'],
      Resource: ['*'],
      Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-south-1' } },
    }),
    document(
      everything,
      { Effect: 'Deny', Action: ['organizations:LeaveOrganization'], Resource: ['*'] },
      {
        Effect: 'Deny',
        Action: ['s3:*'],
        Resource: ['*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ),
    document(
      { Effect: 'Allow', Action: ['s3:*', 'dynamodb:*', 'logs:*'], Resource: ['*'] },
      { Effect: 'Deny', Action: ['s3:DeleteBucket*'], Resource: ['arn:aws:s3:::reports-*'] },
    ),
  ],
  resource: document(
    {
      Effect: 'Allow',
      Principal: { AWS: role },
      Action: ['s3:GetObject'],
      Resource: ['arn:aws:s3:::reports-prod/*/*'],
    },
    {
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:*'],
      Resource: ['arn:aws:s3:::reports-prod/*/*'],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ),
  callerArn: role,
  allowed: requestsInTurn(request, (index) => `arn:aws:s3:::reports-prod/data/day-${index}.csv`),
  denied: [
    { ...request, resource: 'arn:aws:s3:::reports-prod/keys/day-1.csv' },
    { ...request, resource: 'arn:aws:s3:::reports-test/data/day-1.csv' },
    { ...request, resource, context: { ...request.context, 'aws:RequestedRegion': 'ap-south-1' } },
    { ...request, resource, context: { ...request.context, 'aws:SecureTransport': 'false' } },
    { ...request, resource, context: { ...request.context, 'aws:PrincipalTag/team': 'contractors' } },
    { ...request, action: 's3:GetObjectAcl', resource },
  ],
};
