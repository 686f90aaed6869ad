import { getOperation, type ActionName } from '@policywright/catalog';
import { defaultKeyPolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, roleArn } from '../_testing/given.ts';
import { GUIDES, REVIEWED } from '../_testing/secondReview.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { OperationInput } from '../model/operationCall.ts';
import type { OperationDecision } from '../model/operationDecision.ts';
import { policyOfAnything } from '../policies/compiledPolicies.ts';
import { listChecks } from './listChecks.ts';

/**
 * Calls with what they are authorised for: listed by the code, then held by eye, twice, against the pages "Actions, resources,
 * and condition keys" of their services as the catalog has them, and against the guides in `secondReview.ts`. A check is its need (`!` always, `+` as this call
 * asks for it, `?` perhaps), reason, action and resource; `~` stands before a pattern of which no more is known.
 */
const CALLS: readonly (readonly [operation: ActionName, input: OperationInput, checks: readonly string[]])[] =
  [
    [
      'ecs:RunTask',
      { cluster: 'shop', taskDefinition: 'web:7', tags: [{ key: 'a', value: 'b' }] },
      [
        '!operation ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
        '+tagging ecs:TagResource arn:aws:ecs:eu-west-1:111122223333:task/shop/*',
        '?passRole iam:PassRole=ecs-tasks ~arn:*:iam::*:role/*',
        '?trust ecs-tasks ~arn:*:iam::*:role/*',
      ],
    ],
    [
      'ecs:StopTask',
      { cluster: 'shop', task: 'abc' },
      ['!operation ecs:StopTask arn:aws:ecs:eu-west-1:111122223333:task/shop/abc'],
    ],
    [
      'ecs:DescribeTasks',
      { cluster: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', tasks: ['abc', 'def'] },
      [
        '!operation ecs:DescribeTasks arn:aws:ecs:eu-west-1:111122223333:task/shop/abc',
        '!operation ecs:DescribeTasks arn:aws:ecs:eu-west-1:111122223333:task/shop/def',
      ],
    ],
    [
      'ecs:ListTasks',
      { cluster: 'shop' },
      ['!operation ecs:ListTasks arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/*'],
    ],
    [
      'ecs:ExecuteCommand',
      { cluster: 'shop', task: 'abc', command: 'sh', interactive: true },
      [
        '!operation ecs:ExecuteCommand arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
        '!operation ecs:ExecuteCommand arn:aws:ecs:eu-west-1:111122223333:task/shop/abc',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'ecs:UpdateService',
      { cluster: 'shop', service: 'web', desiredCount: 2 },
      [
        '!operation ecs:UpdateService arn:aws:ecs:eu-west-1:111122223333:service/shop/web',
        '?passRole iam:PassRole=ecs-tasks ~arn:*:iam::*:role/*',
        '?trust ecs-tasks ~arn:*:iam::*:role/*',
        '?slr iam:CreateServiceLinkedRole IAM/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
      ],
    ],
    [
      'ecs:DeleteService',
      { service: 'arn:aws:ecs:us-east-1:444455556666:service/shop/web' },
      ['!operation ecs:DeleteService arn:aws:ecs:us-east-1:444455556666:service/shop/web'],
    ],
    [
      'ecs:TagResource',
      { resourceArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/abc', tags: [{ key: 'a', value: 'b' }] },
      ['!operation ecs:TagResource arn:aws:ecs:eu-west-1:111122223333:task/shop/abc'],
    ],
    ['ecs:DescribeTaskDefinition', { taskDefinition: 'web' }, ['!operation ecs:DescribeTaskDefinition *']],
    [
      'ec2:RunInstances',
      {
        ImageId: 'ami-1',
        SubnetId: 'subnet-1',
        SecurityGroupIds: ['sg-1', 'sg-2'],
        KeyName: 'k',
        MinCount: 1,
        MaxCount: 1,
        BlockDeviceMappings: [{ Ebs: { KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1' } }],
      },
      [
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1::image/ami-1',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:instance/*',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:volume/*',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:security-group/sg-2',
        '!operation ec2:RunInstances arn:aws:ec2:eu-west-1:111122223333:key-pair/k',
        '+via kms:CreateGrant arn:aws:kms:eu-west-1:111122223333:key/1',
        '+via kms:Decrypt arn:aws:kms:eu-west-1:111122223333:key/1',
        '+via kms:DescribeKey arn:aws:kms:eu-west-1:111122223333:key/1',
        '+via kms:GenerateDataKeyWithoutPlaintext arn:aws:kms:eu-west-1:111122223333:key/1',
        '+via kms:ReEncryptFrom arn:aws:kms:eu-west-1:111122223333:key/1',
        '+via kms:ReEncryptTo arn:aws:kms:eu-west-1:111122223333:key/1',
      ],
    ],
    [
      'ec2:TerminateInstances',
      { InstanceIds: ['i-1', 'i-2'] },
      [
        '!operation ec2:TerminateInstances arn:aws:ec2:eu-west-1:111122223333:instance/i-1',
        '!operation ec2:TerminateInstances arn:aws:ec2:eu-west-1:111122223333:instance/i-2',
      ],
    ],
    ['ec2:DescribeInstances', {}, ['!operation ec2:DescribeInstances *']],
    [
      'ec2:AuthorizeSecurityGroupIngress',
      { GroupId: 'sg-1' },
      ['!operation ec2:AuthorizeSecurityGroupIngress arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1'],
    ],
    [
      'lambda:CreateFunction',
      {
        FunctionName: 'f',
        Role: roleArn('fn'),
        Code: { S3Bucket: 'code', S3Key: 'f.zip' },
        Tags: { a: 'b' },
        Layers: ['arn:aws:lambda:eu-west-1:111122223333:layer:l:3'],
      },
      [
        '!operation lambda:CreateFunction arn:aws:lambda:eu-west-1:111122223333:function:f',
        '+dependent lambda:GetLayerVersion arn:aws:lambda:eu-west-1:111122223333:layer:l:3',
        '+tagging lambda:TagResource arn:aws:lambda:eu-west-1:111122223333:function:f',
        '+dependent s3:GetObject arn:aws:s3:::code/f.zip',
        '!passRole iam:PassRole=lambda IAM/fn',
        '!trust lambda IAM/fn',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'lambda:UpdateFunctionCode',
      { FunctionName: 'f', ZipFile: {} },
      ['!operation lambda:UpdateFunctionCode arn:aws:lambda:eu-west-1:111122223333:function:f'],
    ],
    [
      'lambda:UpdateFunctionConfiguration',
      { FunctionName: 'f', VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } },
      [
        '!operation lambda:UpdateFunctionConfiguration arn:aws:lambda:eu-west-1:111122223333:function:f',
        '+dependent ec2:DescribeSecurityGroups *',
        '+dependent ec2:DescribeSubnets *',
        '+dependent ec2:DescribeVpcs *',
      ],
    ],
    [
      'lambda:Invoke',
      { FunctionName: 'f', Qualifier: 'live' },
      ['!operation lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:f:live'],
    ],
    [
      'lambda:Invoke',
      { FunctionName: '444455556666:function:f' },
      ['!operation lambda:InvokeFunction arn:aws:lambda:eu-west-1:444455556666:function:f'],
    ],
    [
      'cloudformation:CreateStack',
      {
        StackName: 'web',
        TemplateURL: 'https://templates.s3.eu-west-1.amazonaws.com/web/1.json',
        RoleARN: roleArn('cfn'),
        Tags: [{ Key: 'a', Value: 'b' }],
      },
      [
        '!operation cloudformation:CreateStack arn:aws:cloudformation:eu-west-1:111122223333:stack/web/*',
        '+tagging cloudformation:TagResource arn:aws:cloudformation:eu-west-1:111122223333:stack/web/*',
        '+via s3:GetObject arn:aws:s3:::templates/web/1.json',
        '+passRole iam:PassRole=cloudformation IAM/cfn',
        '+trust cloudformation IAM/cfn',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'cloudformation:DescribeStacks',
      { StackName: 'web' },
      ['!operation cloudformation:DescribeStacks ~arn:aws:cloudformation:eu-west-1:111122223333:stack/web/*'],
    ],
    [
      'cloudformation:DescribeStacks',
      {},
      ['!operation cloudformation:DescribeStacks ~*', '+operation cloudformation:ListStacks *'],
    ],
    [
      's3:PutObject',
      { Bucket: 'docs', Key: 'a/b.txt', SSEKMSKeyId: '1', ServerSideEncryption: 'aws:kms', Tagging: 'a=b' },
      [
        '!operation s3:PutObject arn:aws:s3:::docs/a/b.txt',
        '+tagging s3:PutObjectTagging arn:aws:s3:::docs/a/b.txt',
        '+via kms:GenerateDataKey arn:aws:kms:eu-west-1:111122223333:key/1',
      ],
    ],
    [
      's3:PutObject',
      { Bucket: 'docs', Key: 'a', ServerSideEncryption: 'AES256', ACL: 'private' },
      ['!operation s3:PutObject arn:aws:s3:::docs/a', '+dependent s3:PutObjectAcl arn:aws:s3:::docs/a'],
    ],
    [
      's3:GetObject',
      { Bucket: 'docs', Key: 'a' },
      ['+operation s3:GetObject arn:aws:s3:::docs/a', '?via kms:Decrypt ~arn:aws:kms:*:*:key/*'],
    ],
    [
      's3:GetObject',
      { Bucket: 'docs', Key: 'a', VersionId: 'v' },
      ['+dependent s3:GetObjectVersion arn:aws:s3:::docs/a', '?via kms:Decrypt ~arn:aws:kms:*:*:key/*'],
    ],
    [
      's3:GetObject',
      { Bucket: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap', Key: 'a' },
      [
        '+operation s3:GetObject arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/a',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    ['s3:ListObjectsV2', { Bucket: 'docs', Prefix: 'a/' }, ['!operation s3:ListBucket arn:aws:s3:::docs']],
    [
      's3:CopyObject',
      { Bucket: 'docs', Key: 'b', CopySource: '/src/a%20b' },
      [
        '!operation s3:GetObject arn:aws:s3:::src/a b',
        '!operation s3:PutObject arn:aws:s3:::docs/b',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      's3:CopyObject',
      {
        Bucket: 'docs',
        Key: 'b',
        CopySource: 'arn%3Aaws%3As3%3Aeu-west-1%3A111122223333%3Aaccesspoint/ap/object/a?versionId=v1',
        ServerSideEncryption: 'AES256',
      },
      [
        '!operation s3:GetObject arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/a',
        '!operation s3:PutObject arn:aws:s3:::docs/b',
        '?dependent s3:GetObjectVersion arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/a',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      's3:CopyObject',
      { Bucket: 'docs', Key: 'b', CopySource: 'fast--use1-az4--x-s3/a', ServerSideEncryption: 'AES256' },
      [
        '!operation s3:GetObject ~arn:aws:s3:::*',
        '!operation s3:PutObject arn:aws:s3:::docs/b',
        '+dependent s3express:CreateSession arn:aws:s3express:eu-west-1:111122223333:bucket/fast--use1-az4--x-s3',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      's3:DeleteObject',
      { Bucket: 'fast--use1-az4--x-s3', Key: 'a' },
      [
        '!operation s3:DeleteObject ~arn:aws:s3:::*/a',
        '+dependent s3express:CreateSession arn:aws:s3express:eu-west-1:111122223333:bucket/fast--use1-az4--x-s3',
      ],
    ],
    ['s3:DeleteObject', { Bucket: 'docs', Key: 'a' }, ['!operation s3:DeleteObject arn:aws:s3:::docs/a']],
    [
      's3:DeleteObject',
      { Bucket: 'arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/ol', Key: 'a' },
      [
        '!operation s3:DeleteObject ~*',
        '?dependent s3-object-lambda:DeleteObject arn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/ol',
      ],
    ],
    [
      's3:PutObjectTagging',
      { Bucket: 'docs', Key: 'a', VersionId: 'v', Tagging: { TagSet: [] } },
      ['+tagging s3:PutObjectVersionTagging arn:aws:s3:::docs/a'],
    ],
    [
      'ec2:CreateSnapshot',
      { VolumeId: 'vol-1' },
      [
        '!operation ec2:CreateSnapshot arn:aws:ec2:eu-west-1:111122223333:volume/vol-1',
        '!operation ec2:CreateSnapshot arn:aws:ec2:eu-west-1::snapshot/*',
      ],
    ],
    [
      'route53:ChangeResourceRecordSets',
      { HostedZoneId: '/hostedzone/Z1' },
      ['!operation route53:ChangeResourceRecordSets arn:aws:route53:::hostedzone/Z1'],
    ],
    [
      'cloudfront:CreateInvalidation',
      { DistributionId: 'E1' },
      ['!operation cloudfront:CreateInvalidation arn:aws:cloudfront::111122223333:distribution/E1'],
    ],
    [
      'codepipeline:StartPipelineExecution',
      { name: 'p' },
      ['!operation codepipeline:StartPipelineExecution arn:aws:codepipeline:eu-west-1:111122223333:p'],
    ],
    [
      's3:PutBucketEncryption',
      { Bucket: 'docs' },
      ['!operation s3:PutEncryptionConfiguration arn:aws:s3:::docs'],
    ],
    [
      's3:UploadPartCopy',
      { Bucket: 'docs', Key: 'b', CopySource: 'src/a' },
      [
        '!operation s3:GetObject arn:aws:s3:::src/a',
        '!operation s3:PutObject arn:aws:s3:::docs/b',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      's3:DeleteObjects',
      { Bucket: 'docs', Delete: { Objects: [{ Key: 'a' }, { Key: 'b' }] } },
      ['!operation s3:DeleteObject arn:aws:s3:::docs/a', '!operation s3:DeleteObject arn:aws:s3:::docs/b'],
    ],
    ['s3:CreateBucket', { Bucket: 'docs' }, ['!operation s3:CreateBucket arn:aws:s3:::docs']],
    [
      'states:StartExecution',
      { stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m' },
      [
        '!operation states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:m',
        '?dependent states:DescribeExecution ~arn:*:states:*:*:execution:*:*',
        '?dependent states:DescribeExecution ~arn:*:states:*:*:express:*:*:*',
      ],
    ],
    [
      'states:CreateStateMachine',
      { name: 'm', definition: '{}', roleArn: roleArn('sfn') },
      [
        '!operation states:CreateStateMachine arn:aws:states:eu-west-1:111122223333:stateMachine:m',
        '!passRole iam:PassRole=states IAM/sfn',
        '!trust states IAM/sfn',
      ],
    ],
    [
      'events:PutTargets',
      {
        Rule: 'r',
        Targets: [
          { Id: '1', Arn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', RoleArn: roleArn('ev') },
        ],
      },
      [
        '!operation events:PutTargets arn:aws:events:eu-west-1:111122223333:rule/r',
        '+passRole iam:PassRole=events IAM/ev',
        '+trust events IAM/ev',
      ],
    ],
    [
      'events:PutRule',
      { Name: 'r', EventBusName: 'bus', Tags: [{ Key: 'a', Value: 'b' }] },
      [
        '!operation events:PutRule arn:aws:events:eu-west-1:111122223333:rule/bus/r',
        '+tagging events:TagResource arn:aws:events:eu-west-1:111122223333:rule/bus/r',
      ],
    ],
    [
      'events:PutEvents',
      { Entries: [{ Source: 's', DetailType: 'd' }, { EventBusName: 'bus' }] },
      [
        '!operation events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/bus',
        '!operation events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/default',
      ],
    ],
    [
      'apprunner:CreateService',
      {
        ServiceName: 'web',
        SourceConfiguration: { AuthenticationConfiguration: { AccessRoleArn: roleArn('ecr') } },
        InstanceConfiguration: { InstanceRoleArn: roleArn('inst') },
      },
      [
        '!operation apprunner:CreateService arn:aws:apprunner:eu-west-1:111122223333:service/web/*',
        '+passRole iam:PassRole IAM/inst',
        '+trust tasks.apprunner IAM/inst',
        '+passRole iam:PassRole IAM/ecr',
        '+trust build.apprunner IAM/ecr',
        '?slr iam:CreateServiceLinkedRole IAM/aws-service-role/apprunner.amazonaws.com/AWSServiceRoleForAppRunner',
      ],
    ],
    [
      'apprunner:CreateVpcConnector',
      { VpcConnectorName: 'private', Subnets: ['subnet-1'] },
      [
        '!operation apprunner:CreateVpcConnector arn:aws:apprunner:eu-west-1:111122223333:vpcconnector/private/*/*',
        '?slr iam:CreateServiceLinkedRole IAM/aws-service-role/networking.apprunner.amazonaws.com/AWSServiceRoleForAppRunnerNetworking',
      ],
    ],
    [
      'glue:CreateJob',
      { Name: 'j', Role: roleArn('glue'), Command: {} },
      [
        '!operation glue:CreateJob arn:aws:glue:eu-west-1:111122223333:job/j',
        '?dependent glue:GetUsageProfile ~arn:*:glue:*:*:usageProfile/*',
        '!passRole iam:PassRole=glue IAM/glue',
        '!trust glue IAM/glue',
      ],
    ],
    [
      'glue:StartJobRun',
      { JobName: 'j' },
      [
        '!operation glue:StartJobRun arn:aws:glue:eu-west-1:111122223333:job/j',
        '?dependent glue:GetUsageProfile ~arn:*:glue:*:*:usageProfile/*',
      ],
    ],
    [
      'sagemaker:CreateTrainingJob',
      { TrainingJobName: 't', RoleArn: roleArn('sm'), Tags: [{ Key: 'a', Value: 'b' }] },
      [
        '!operation sagemaker:CreateTrainingJob arn:aws:sagemaker:eu-west-1:111122223333:training-job/t',
        '+tagging sagemaker:AddTags arn:aws:sagemaker:eu-west-1:111122223333:training-job/t',
        '!passRole iam:PassRole=sagemaker IAM/sm',
        '!trust sagemaker IAM/sm',
      ],
    ],
    [
      'elasticmapreduce:RunJobFlow',
      { Name: 'x', Instances: {}, ServiceRole: roleArn('emr'), JobFlowRole: 'prof' },
      [
        '!operation elasticmapreduce:RunJobFlow *',
        '+passRole iam:PassRole=ec2 ~arn:*:iam::*:role/*',
        '+trust ec2 ~arn:*:iam::*:role/*',
        '+passRole iam:PassRole=elasticmapreduce IAM/emr',
        '+trust elasticmapreduce IAM/emr',
        '?slr iam:CreateServiceLinkedRole IAM/aws-service-role/elasticmapreduce.amazonaws.com/AWSServiceRoleForEMRCleanup',
      ],
    ],
    [
      'secretsmanager:PutSecretValue',
      { SecretId: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf' },
      [
        '!operation secretsmanager:PutSecretValue arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'secretsmanager:GetSecretValue',
      { SecretId: 'db' },
      [
        '!operation secretsmanager:GetSecretValue ~arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'secretsmanager:CreateSecret',
      { Name: 'db', KmsKeyId: 'alias/mine' },
      [
        '!operation secretsmanager:CreateSecret ~arn:aws:secretsmanager:eu-west-1:111122223333:secret:db*',
        '+via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
        '+via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'sqs:SendMessage',
      { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', MessageBody: 'x' },
      [
        '!operation sqs:SendMessage arn:aws:sqs:eu-west-1:111122223333:jobs',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'sqs:ReceiveMessage',
      { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/444455556666/jobs' },
      [
        '!operation sqs:ReceiveMessage arn:aws:sqs:us-east-1:444455556666:jobs',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'sns:Publish',
      { TopicArn: 'arn:aws:sns:eu-west-1:111122223333:news', Message: 'x' },
      [
        '!operation sns:Publish arn:aws:sns:eu-west-1:111122223333:news',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    ['sns:Publish', { PhoneNumber: '+1', Message: 'x' }, ['!operation sns:Publish ~*']],
    [
      'dynamodb:PutItem',
      { TableName: 'orders', Item: {} },
      [
        '!operation dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
        '?dependent dynamodb:WriteDataForReplication arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
      ],
    ],
    [
      'dynamodb:Query',
      { TableName: 'orders', IndexName: 'byDay' },
      ['!operation dynamodb:Query arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/byDay'],
    ],
    [
      'dynamodb:TransactWriteItems',
      { TransactItems: [{ Put: { TableName: 'a' } }, { Delete: { TableName: 'b' } }] },
      [
        '+operation dynamodb:DeleteItem arn:aws:dynamodb:eu-west-1:111122223333:table/b',
        '+operation dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/a',
      ],
    ],
    [
      'rds:CreateDBInstance',
      {
        DBInstanceIdentifier: 'db',
        Engine: 'mysql',
        DBInstanceClass: 'c',
        MonitoringRoleArn: roleArn('mon'),
        KmsKeyId: 'arn:aws:kms:eu-west-1:111122223333:key/1',
      },
      [
        '!operation rds:CreateDBInstance arn:aws:rds:eu-west-1:111122223333:db:db',
        '!operation rds:CreateDBInstance ~arn:aws:rds:eu-west-1:111122223333:og:default:*',
        '!operation rds:CreateDBInstance ~arn:aws:rds:eu-west-1:111122223333:pg:default.*',
        '!operation rds:CreateDBInstance arn:aws:rds:eu-west-1:111122223333:subgrp:default',
        '+passRole iam:PassRole IAM/mon',
        '+trust monitoring.rds IAM/mon',
        '?slr iam:CreateServiceLinkedRole IAM/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS',
        '+via kms:CreateGrant arn:aws:kms:eu-west-1:111122223333:key/1',
        '+via kms:DescribeKey arn:aws:kms:eu-west-1:111122223333:key/1',
      ],
    ],
    [
      'eks:CreateCluster',
      { name: 'k', roleArn: roleArn('eks'), resourcesVpcConfig: {}, tags: { a: 'b' } },
      [
        '!operation eks:CreateCluster *',
        '+tagging eks:TagResource arn:aws:eks:eu-west-1:111122223333:cluster/k',
        '?dependent eks:CreateAccessEntry arn:aws:eks:eu-west-1:111122223333:cluster/k',
        '!passRole iam:PassRole=eks IAM/eks',
        '!trust eks IAM/eks',
        '?slr iam:CreateServiceLinkedRole IAM/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS',
      ],
    ],
    [
      'eks:DescribeCluster',
      { name: 'k' },
      ['!operation eks:DescribeCluster arn:aws:eks:eu-west-1:111122223333:cluster/k'],
    ],
    [
      'sts:AssumeRole',
      {
        RoleArn: 'arn:aws:iam::444455556666:role/ops',
        RoleSessionName: 's',
        Tags: [{ Key: 'a', Value: 'b' }],
        SourceIdentity: 'me',
      },
      [
        '!operation sts:AssumeRole arn:aws:iam::444455556666:role/ops',
        '+tagging sts:TagSession arn:aws:iam::444455556666:role/ops',
        '+dependent sts:SetSourceIdentity arn:aws:iam::444455556666:role/ops',
      ],
    ],
    [
      'iam:CreateRole',
      { RoleName: 'r', Path: '/ops/', Tags: [{ Key: 'a', Value: 'b' }] },
      ['!operation iam:CreateRole IAM/ops/r', '+tagging iam:TagRole IAM/ops/r'],
    ],
    [
      'iam:AttachRolePolicy',
      { RoleName: 'r', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
      ['!operation iam:AttachRolePolicy ~IAM/*r'],
    ],
    [
      'kms:Decrypt',
      { KeyId: 'alias/mine', CiphertextBlob: {}, EncryptionContext: { a: 'b' } },
      ['!operation kms:Decrypt ~arn:aws:kms:eu-west-1:111122223333:key/*'],
    ],
    [
      'kms:Encrypt',
      { KeyId: '1', Plaintext: {} },
      ['!operation kms:Encrypt arn:aws:kms:eu-west-1:111122223333:key/1'],
    ],
    [
      'logs:PutLogEvents',
      { logGroupName: '/app', logStreamName: 's', logEvents: [] },
      ['!operation logs:PutLogEvents arn:aws:logs:eu-west-1:111122223333:log-group:/app:log-stream:s'],
    ],
    [
      'ssm:GetParameters',
      { Names: ['/a/b', 'c'], WithDecryption: true },
      [
        '!operation ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/a/b',
        '!operation ssm:GetParameters arn:aws:ssm:eu-west-1:111122223333:parameter/c',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
        '?via kms:Decrypt ~arn:aws:kms:*:*:key/*',
      ],
    ],
    [
      'ssm:PutParameter',
      { Name: '/a', Value: 'x', Type: 'SecureString', KeyId: '1' },
      [
        '!operation ssm:PutParameter arn:aws:ssm:eu-west-1:111122223333:parameter/a',
        '+via kms:Encrypt arn:aws:kms:eu-west-1:111122223333:key/1',
      ],
    ],
    [
      'ssm:PutParameter',
      { Name: '/a', Value: 'x', Type: 'SecureString', KeyId: '1', Tier: 'Advanced' },
      [
        '!operation ssm:PutParameter arn:aws:ssm:eu-west-1:111122223333:parameter/a',
        '+via kms:GenerateDataKey arn:aws:kms:eu-west-1:111122223333:key/1',
      ],
    ],
    [
      'ssm:PutParameter',
      { Name: '/a', Value: 'x', Type: 'String' },
      ['!operation ssm:PutParameter arn:aws:ssm:eu-west-1:111122223333:parameter/a'],
    ],
    [
      'ecr:BatchGetImage',
      { repositoryName: 'web' },
      [
        '!operation ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/web',
        '?dependent ecr:BatchImportUpstreamImage ~arn:*:ecr:*:*:repository/*',
        '?dependent ecr:CreateRepository ~arn:*:ecr:*:*:repository/*',
        '?tagging ecr:TagResource ~arn:*:ecr:*:*:repository/*',
        '?dependent kms:CreateGrant ~arn:*:kms:*:*:key/*',
        '?dependent kms:DescribeKey ~arn:*:kms:*:*:key/*',
        '?dependent kms:RetireGrant ~arn:*:kms:*:*:key/*',
      ],
    ],
    ['ecr:GetAuthorizationToken', {}, ['!operation ecr:GetAuthorizationToken *']],
    [
      'kinesis:PutRecord',
      { StreamName: 's' },
      [
        '!operation kinesis:PutRecord arn:aws:kinesis:eu-west-1:111122223333:stream/s',
        '?via kms:GenerateDataKey ~arn:aws:kms:*:*:key/*',
      ],
    ],
    ['cloudwatch:PutMetricData', { Namespace: 'n' }, ['!operation cloudwatch:PutMetricData *']],
    [
      'athena:StartQueryExecution',
      { QueryString: 'q' },
      [
        '!operation athena:StartQueryExecution arn:aws:athena:eu-west-1:111122223333:workgroup/primary',
        '?via glue:GetTable ~*',
        '?via s3:GetBucketLocation ~arn:aws:s3:::*',
        '?via s3:GetObject ~arn:aws:s3:::*',
        '?via s3:ListBucket ~arn:aws:s3:::*',
        '?via s3:PutObject ~arn:aws:s3:::*',
        '?via lambda:InvokeFunction ~*',
      ],
    ],
  ];

const NEEDS = { always: '!', thisCall: '+', perhaps: '?' } as const;
const REASONS: Readonly<Record<string, string>> = { forwardAccess: 'via', serviceLinkedRole: 'slr' };

function serviceName(principal: string): string {
  return principal.replace('.amazonaws.com', '');
}

function written(check: RequiredCheck): string {
  const { need, reason, principal, context, resource, resourcePattern = '' } = check;
  const service = context['iam:PassedToService'];
  const who =
    typeof principal === 'object' && 'service' in principal ? serviceName(principal.service) : check.action;
  const passed = typeof service === 'string' ? `=${serviceName(service)}` : '';
  const on = resource === undefined ? `~${resourcePattern}` : resource;
  return `${NEEDS[need]}${REASONS[reason] ?? reason} ${who}${passed} ${on.replace(roleArn(''), 'IAM/')}`;
}

/** An account in which nothing stands in the way. */
const open = {
  trustOf: policyOfAnything,
  policyOf: (arn: string) => (arn.includes(':kms:') ? defaultKeyPolicy(ACCOUNT) : undefined),
  keyOf: (arn: string) => (arn.includes(':alias/') ? 'arn:aws:kms:eu-west-1:111122223333:key/2' : 'none'),
  rolesOf: () => [],
  roleOfProfile: () => roleArn('profile'),
  underlyingOf: () => 'arn:aws:s3:::docs',
  tagsOf: () => ({}),
};

/** Calls of which such an account does not tell enough, or whose resource no policy of another account can open. */
const exceptions = new Map<string, OperationDecision['answer']>([
  // Which task definition the service has, and so which roles, is not in the request.
  [
    'ecs:UpdateService !operation ecs:UpdateService arn:aws:ecs:eu-west-1:111122223333:service/shop/web',
    'Depends',
  ],
  // Amazon ECS has no resource policies.
  [
    'ecs:DeleteService !operation ecs:DeleteService arn:aws:ecs:us-east-1:444455556666:service/shop/web',
    'Denied',
  ],
  // The policies of other accounts.
  [
    'lambda:Invoke !operation lambda:InvokeFunction arn:aws:lambda:eu-west-1:444455556666:function:f',
    'Depends',
  ],
  ['sqs:ReceiveMessage !operation sqs:ReceiveMessage arn:aws:sqs:us-east-1:444455556666:jobs', 'Depends'],
  // A pull through a cache makes the repository, with a key that nobody tells.
  [
    'ecr:BatchGetImage !operation ecr:BatchGetImage arn:aws:ecr:eu-west-1:111122223333:repository/web',
    'Depends',
  ],
]);

describe.each(CALLS)('%s %o', (operation, input, checks) => {
  const call = callTo(operation, input);

  test('is authorised for this', () => {
    expect(listChecks(call).map(written)).toEqual(checks);
  });

  test('is allowed where everything is, and denied without any one of what it needs', () => {
    const all = identity({ Action: '*' });
    const { answer } = simulateOperation(all, call, open);
    expect(answer).toBe(exceptions.get(`${operation} ${checks[0]}`) ?? 'Allow');
    for (const { action, need, reason } of simulateOperation(all, call, open).checks) {
      if (need === 'perhaps' || reason === 'trust') continue;
      const without = identity({ Action: '*' }, { Effect: 'Deny', Action: action });
      expect([action, simulateOperation(without, call, open).answer]).toEqual([action, 'Denied']);
      expect(simulateOperation(identity({ NotAction: action }), call, open).answer).not.toBe('Allow');
    }
  });

  test('is not allowed where nobody tells of what may be needed, under policies for what surely is', () => {
    const needed = listChecks(call).filter(({ need, reason }) => need !== 'perhaps' && reason !== 'trust');
    const policies = identity(
      ...needed.map(({ action, resource = '*' }) => ({ Action: action, Resource: resource })),
    );
    const isOpen = listChecks(call).some(
      ({ need, reason, action, resourceType }) =>
        need === 'perhaps' || reason === 'trust' || (resourceType === 'key' && action.startsWith('kms:')),
    );
    const { answer } = simulateOperation(policies, call);
    expect(answer === 'Allow').toBe(!isOpen && !operation.startsWith('sts:') && !isForeign(needed));
  });
});

describe('the second review', () => {
  test.each(CALLS)(
    '%s %o asks for what the table of AWS has, and else for what a guide says',
    (operation, input) => {
      const { source, permissions = [] } = getOperation(operation) ?? {};
      expect(source?.read === true && source.recorded <= REVIEWED).toBe(true);
      const tabled = new Set(permissions.map(({ action }) => action));
      const beyond = listChecks(callTo(operation, input)).filter(
        ({ action, reason }) => reason !== 'trust' && !tabled.has(action),
      );
      expect(beyond.length === 0 || GUIDES[operation] !== undefined).toBe(true);
    },
  );

  test('has no guide for a call that is not here', () => {
    const operations = new Set<string>(CALLS.map(([operation]) => operation));
    expect(Object.keys(GUIDES).filter((operation) => !operations.has(operation))).toEqual([]);
  });
});

/** Whether a resource belongs to another account, whose policy nobody tells. */
function isForeign(checks: readonly RequiredCheck[]): boolean {
  return checks.some(({ resource = '' }) => resource.includes(':444455556666:'));
}
