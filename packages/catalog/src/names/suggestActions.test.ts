import { describe, expect, test } from 'vitest';
import { actionsOfOperation, expandActions, getAction, suggestActions, suggestPrefixes } from '../index.ts';
import { operationsOf } from '../operations/getOperation.ts';
import { prefixAliases } from '../overlays/prefixAliases.ts';
import { services } from '../lookup/services.ts';

const prefixes = services().map(({ prefix }) => prefix);

test('operations whose name no action has lead to actions of the catalog', () => {
  const operations = prefixes
    .flatMap((prefix) => operationsOf(prefix))
    .filter(({ service, name }) => getAction(`${service}:${name}`) === undefined);
  expect(operations.length).toBeGreaterThan(350);
  for (const { service, client = service, name, permissions } of operations) {
    const actions = actionsOfOperation(`${client}:${name.toUpperCase()}`);
    expect(actions.length, name).toBeGreaterThan(0);
    expect(actions.filter((action) => getAction(action) === undefined)).toEqual([]);
    if (permissions.some(({ need }) => need === 'always')) {
      const always = permissions.filter(({ need }) => need === 'always').map(({ action }) => action);
      expect(always, name).toEqual(expect.arrayContaining([...actions]));
    }
  }
});

test.each([
  ['s3:ListObjectsV2', 's3:ListBucket'],
  ['ListObjectsV2', 's3:ListBucket'],
  // Of the same name is a permission without an operation.
  ['ListObjects', 's3:ListBucket'],
  ['s3:ListBuckets', 's3:ListAllMyBuckets'],
  ['s3control:PutBucketReplication', 's3:PutReplicationConfiguration'],
  ['ecs:runtask', 'ecs:RunTask'],
  ['opensearch:CreateDomain', 'es:CreateDomain'],
  ['apigatewayv2:CreateApi', 'apigateway:POST'],
  ['dynamodb:TransactGetItems', 'dynamodb:GetItem'],
])('the operation %s asks for %s', (operation, action) => {
  expect(actionsOfOperation(operation)).toEqual([action]);
});

test.each(['', ':', 's3:', ':ListObjects', 'nowhere:ListObjects', 'Nothing', 's3:toString', 'constructor:x'])(
  'nothing is known of the operation `%s`',
  (operation) => {
    expect(actionsOfOperation(operation)).toEqual([]);
  },
);

describe('suggested', () => {
  test.each([
    // Operations, and clients as prefixes.
    ['s3:CreateMultipartUpload', 's3:PutObject'],
    ['s3:PutBucketReplication', 's3:PutReplicationConfiguration'],
    ['lambda:Invoke', 'lambda:InvokeFunction'],
    ['efs:TagResource', 'elasticfilesystem:TagResource'],
    ['cloudwatchlogs:PutLogEvents', 'logs:PutLogEvents'],
    ['cloudwatch-logs:PutLogEvents', 'logs:PutLogEvents'],
    ['cloudwatch:PutLogEvents', 'logs:PutLogEvents'],
    ['ebs:CreateVolume', 'ec2:CreateVolume'],
    // Tagging by its names in other services.
    ['ec2:TagResource', 'ec2:CreateTags'],
    ['rds:TagResource', 'rds:AddTagsToResource'],
    ['sqs:UntagResource', 'sqs:UntagQueue'],
    // Other numbers, verbs and words of the same service.
    ['s3:GetObjects', 's3:GetObject'],
    ['s3:ListObject', 's3:ListBucket'],
    ['ec2:ListInstances', 'ec2:DescribeInstances'],
    ['logs:PutLogs', 'logs:PutLogEvents'],
    ['s3:GetObjectMetadata', 's3:GetObject'],
    ['s3:SetBucketPolicy', 's3:PutBucketPolicy'],
    // A verb of the same sense as the service's own.
    ['ecs:CancelTask', 'ecs:StopTask'],
    ['states:AbortExecution', 'states:StopExecution'],
    ['batch:StopJob', 'batch:CancelJob'],
    ['iam:DestroyRole', 'iam:DeleteRole'],
    ['iam:DeregisterRole', 'iam:DeleteRole'],
    ['ecs:EditCluster', 'ecs:UpdateCluster'],
    ['ecs:MakeCluster', 'ecs:CreateCluster'],
    ['sqs:ReadQueueAttributes', 'sqs:GetQueueAttributes'],
    // Misspelt names and prefixes.
    ['ecs:RunTsak', 'ecs:RunTask'],
    ['ecs:runtsak', 'ecs:RunTask'],
    ['ecs:RnuTask', 'ecs:RunTask'],
    ['lamda:InvokeFunction', 'lambda:InvokeFunction'],
    ['efs:CreateFileSytem', 'elasticfilesystem:CreateFileSystem'],
    // Actions that people look for beside others, and those that only one service has.
    ['sts:PassRole', 'iam:PassRole'],
    ['iam:AssumeRole', 'sts:AssumeRole'],
    ['auto-scaling:DescribeLoadBalancers', 'autoscaling:DescribeLoadBalancers'],
    ['ec3:RunInstances', 'ec2:RunInstances'],
  ])('for %s is %s', (wrong, meant) => {
    expect(suggestActions(wrong)).toEqual([meant]);
  });

  test('are all that are equally likely, up to the limit', () => {
    expect(suggestActions('kms:ReEncrypt')).toEqual(['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
    expect(suggestActions('ecs:ExecuteTask')).toEqual(['ecs:RunTask', 'ecs:StartTask']);
    expect(suggestActions('ecs:ShowClusters')).toEqual(['ecs:DescribeClusters', 'ecs:ListClusters']);
    expect(suggestActions('iam:TagResource', 20)).toEqual(
      expandActions('iam:Tag*').filter((name) => name !== 'iam:TagResource'),
    );
    expect(suggestActions('iam:ListTagsForResource', 20)).toEqual(expandActions('iam:List*Tags'));
    expect(suggestActions('iam:TagResource', 2)).toHaveLength(2);
  });

  test.each([
    ['s3:PutBucketXyzlication', 'letters of a word do not make another word'],
    ['efz:TagResource', 'a short prefix is no other one for a letter'],
    ['ecs:Xxxxxxxxxxxxxxxxx', 'near to nothing'],
    ['zzzzzzzzzzzzzzzz:Qqqq', 'near to nothing'],
    ['lamda:TagSomething', 'both parts are wrong'],
    ['glue:CreateAirflowEnvironment', 'nothing near'],
    ['lambda:SetPolicy', 'to set is not to get misspelt'],
    ['cloudwatch:AssociateDatasetKmsKey', 'what the service is also called has something near'],
    ['sqs:RunInstances', 'a service that exists is not another one that has the action'],
    ['sqz:Connect', 'one word says too little to name another service'],
    ['', 'empty'],
    [`s3:${'Get'.repeat(1000)}`, 'too long'],
  ])('is nothing for %.40s: %s', (wrong) => {
    expect(suggestActions(wrong)).toEqual([]);
  });
});

test('names and clients of services lead to their prefixes, which exist', () => {
  expect(suggestPrefixes('efs')).toEqual(['elasticfilesystem']);
  expect(suggestPrefixes('Step Functions')).toEqual(['states']);
  expect(suggestPrefixes('AWS Lambda')).toEqual(['lambda']);
  expect(suggestPrefixes('Amazon Elastic Container Service')).toEqual(['ecs']);
  expect(suggestPrefixes('elastic container')).toEqual(['ecs']);
  expect(suggestPrefixes('cognito')).toEqual(['cognito-idp', 'cognito-identity']);
  expect(suggestPrefixes('cognito', 1)).toEqual(['cognito-idp']);
  expect(suggestPrefixes('lamda')).toEqual(['lambda']);
  expect(suggestPrefixes('ecz')).toEqual([]);
  expect(suggestPrefixes('toString')).toEqual([]);
  const targets = new Set([...prefixAliases().values()].flat());
  expect([...targets].filter((prefix) => !prefixes.includes(prefix))).toEqual([]);
  expect([...prefixAliases().keys()].filter((alias) => !/^[a-z0-9]+$/.test(alias))).toEqual([]);
});
