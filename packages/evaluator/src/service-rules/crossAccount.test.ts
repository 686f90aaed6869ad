import { describe, expect, test } from 'vitest';
import { authorizerOf, decideWith, requestOf } from '../_testing/decideWith.ts';

const OWNER = '444455556666';
const open = { identity: [{}], resourcePolicy: [{ Principal: { AWS: '111122223333' } }, { Principal: '*' }] };

/** Alice of another account, whom both sides allow everything. */
function reaches(action: string, resource: string): string {
  return decideWith({ ...open, action, resource, resourceAccount: OWNER });
}

describe('S205 to S207: operations across accounts', () => {
  test.each([
    ['kms:Decrypt', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['kms:GenerateDataKeyPairWithoutPlaintext', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['kms:DescribeKey', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['KMS:createGrant', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['sqs:SendMessage', `arn:aws:sqs:eu-west-1:${OWNER}:q`],
    ['sqs:GetQueueAttributes', `arn:aws:sqs:eu-west-1:${OWNER}:q`],
    ['s3:PutBucketAcl', 'arn:aws:s3:::b'],
    ['s3:GetObject', 'arn:aws:s3:::b/k'],
    ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:eu-west-1:${OWNER}:secret:s`],
    ['secretsmanager:PutResourcePolicy', `arn:aws:secretsmanager:eu-west-1:${OWNER}:secret:s`],
    ['dynamodb:GetItem', `arn:aws:dynamodb:eu-west-1:${OWNER}:table/t`],
    ['lambda:InvokeFunction', `arn:aws:lambda:eu-west-1:${OWNER}:function:f`],
    ['kinesis:PutRecord', `arn:aws:kinesis:eu-west-1:${OWNER}:stream/s`],
    ['backup:CopyIntoBackupVault', `arn:aws:backup:eu-west-1:${OWNER}:backup-vault:v`],
    ['sns:SetTopicAttributes', `arn:aws:sns:eu-west-1:${OWNER}:t`],
  ])('%s reaches', (action, resource) => {
    expect(reaches(action, resource)).toBe('Allow');
  });

  test.each([
    ['kms:ScheduleKeyDeletion', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['kms:PutKeyPolicy', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['kms:GetKeyPolicy', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['kms:DisableKey', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['kms:TagResource', `arn:aws:kms:eu-west-1:${OWNER}:key/k`],
    ['sqs:DeleteQueue', `arn:aws:sqs:eu-west-1:${OWNER}:q`],
    ['sqs:SetQueueAttributes', `arn:aws:sqs:eu-west-1:${OWNER}:q`],
    ['sqs:ListQueueTags', `arn:aws:sqs:eu-west-1:${OWNER}:q`],
    ['SQS:addpermission', `arn:aws:sqs:eu-west-1:${OWNER}:q`],
    ['s3:PutBucketPolicy', 'arn:aws:s3:::b'],
    ['s3:DeleteBucketPolicy', 'arn:aws:s3:::b'],
    ['s3:GetBucketPolicy', 'arn:aws:s3:::b'],
    ['dynamodb:PutResourcePolicy', `arn:aws:dynamodb:eu-west-1:${OWNER}:table/t`],
    ['dynamodb:CreateBackup', `arn:aws:dynamodb:eu-west-1:${OWNER}:table/t`],
    ['lambda:AddPermission', `arn:aws:lambda:eu-west-1:${OWNER}:function:f`],
    ['lambda:UpdateFunctionConfiguration', `arn:aws:lambda:eu-west-1:${OWNER}:function:f`],
    ['kinesis:DeleteStream', `arn:aws:kinesis:eu-west-1:${OWNER}:stream/s`],
    ['backup:DeleteBackupVault', `arn:aws:backup:eu-west-1:${OWNER}:backup-vault:v`],
    ['secretsmanager:CreateSecret', `arn:aws:secretsmanager:eu-west-1:${OWNER}:secret:s`],
    ['iam:PassRole', `arn:aws:iam::${OWNER}:role/r`],
  ])('%s does not, whatever both sides allow', (action, resource) => {
    expect(reaches(action, resource)).toBe('ImplicitDeny');
    const principal = `arn:aws:iam::${OWNER}:user/olga`;
    expect(decideWith({ ...open, principal, action, resource, resourceAccount: OWNER })).toBe('Allow');
  });

  test('S207: is refused for anonymous callers too', () => {
    const request = { principal: 'anonymous', resource: `arn:aws:sqs:eu-west-1:${OWNER}:q` } as const;
    expect(decideWith({ ...open, ...request, action: 'sqs:DeleteQueue' })).toBe('ImplicitDeny');
    expect(decideWith({ ...open, ...request, action: 'sqs:SendMessage' })).toBe('Allow');
  });

  test('S207: AWS services are not held to it', () => {
    const principal = { service: 'sns.amazonaws.com' };
    const resource = `arn:aws:sqs:eu-west-1:${OWNER}:q`;
    expect(decideWith({ principal, action: 'sqs:TagQueue', resource, resourcePolicy: [{}] })).toBe('Allow');
  });

  test('S206: says what it rests on, without blaming a policy', () => {
    const request = requestOf({ action: 'kms:DisableKey', resource: `arn:aws:kms:eu-west-1:${OWNER}:key/k` });
    const { code, summary, missing } = authorizerOf(open).explain(request);
    expect(code).toBe('cross-account-refused');
    expect(summary).toBe('denied: the operation does not reach across accounts, whatever both sides allow');
    expect(missing).toEqual([]);
  });

  test('S207: the policy of a CodeArtifact domain does not count when it is replaced', () => {
    const put = {
      action: 'codeartifact:PutDomainPermissionsPolicy',
      resource: 'arn:aws:codeartifact:eu-west-1:111122223333:domain/d',
    };
    expect(decideWith({ ...put, identity: [{}], resourcePolicy: [{ Effect: 'Deny' }] })).toBe('Allow');
    expect(decideWith({ ...put, resourcePolicy: [{}] })).toBe('ImplicitDeny');
  });
});

describe('S205: the root user of the owner and the bucket policy', () => {
  const locked = {
    principal: 'arn:aws:iam::111122223333:root',
    resource: 'arn:aws:s3:::locked',
    resourceAccount: '111122223333',
    resourcePolicy: [{ Effect: 'Deny', Principal: '*' }],
  };

  test.each(['s3:GetBucketPolicy', 's3:PutBucketPolicy', 's3:DeleteBucketPolicy'])('may %s', (action) => {
    expect(decideWith({ ...locked, action })).toBe('Allow');
    expect(
      decideWith({ ...locked, action, principal: 'arn:aws:iam::111122223333:user/a', identity: [{}] }),
    ).toBe('ExplicitDeny');
    expect(decideWith({ ...locked, action, resourceAccount: OWNER })).toBe('ExplicitDeny');
    expect(decideWith({ ...locked, action, scps: [[{}, { Effect: 'Deny' }]] })).toBe('ExplicitDeny');
    expect(decideWith({ ...locked, action, rcps: [[{ Effect: 'Deny' }]] })).toBe('ExplicitDeny');
    expect(decideWith({ ...locked, action, vpcEndpoint: [{ Action: 'ecs:*' }] })).toBe('ImplicitDeny');
  });

  test('may nothing else that the policy denies', () => {
    expect(decideWith({ ...locked, action: 's3:PutBucketAcl' })).toBe('ExplicitDeny');
  });

  test('in a session for the task, what the task allows', () => {
    const session = [[{ Action: ['s3:GetBucketPolicy', 's3:DeleteBucketPolicy'] }]];
    expect(decideWith({ ...locked, session, action: 's3:DeleteBucketPolicy' })).toBe('Allow');
    expect(decideWith({ ...locked, session, action: 's3:PutBucketPolicy' })).toBe('ImplicitDeny');
  });
});

test('S196: a key that AWS manages is for its account and AWS services', () => {
  const request = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${OWNER}:key/k` };
  const managed = { ...open, ...request, flags: { awsManagedKey: true } };
  expect(decideWith(managed)).toBe('ImplicitDeny');
  expect(decideWith({ ...managed, principal: `arn:aws:iam::${OWNER}:user/olga` })).toBe('Allow');
  expect(decideWith({ ...managed, principal: { service: 's3.amazonaws.com' } })).toBe('Allow');
  expect(decideWith({ ...managed, principal: { canonicalUser: '0a' }, resource: '*' })).toBe('ImplicitDeny');
});
