import { expect, test } from 'vitest';
import {
  arnVariableFacts,
  arnVariables,
  getResourceType,
  matchResource,
  services,
  type ArnVariableFacts,
  type ResourceType,
} from '../index.ts';
import { knownArnVariables } from '../overlays/arnVariables/findArnFact.ts';
import { canHold, fitsForm } from './_internals/fitsForm.ts';

function typeOf(name: string): ResourceType {
  const colon = name.indexOf(':');
  const type = getResourceType(name.slice(0, colon), name.slice(colon + 1));
  if (type === undefined) throw new Error(`no type ${name}`);
  return type;
}

const factsOf = (type: string, variable: string): ArnVariableFacts | undefined =>
  arnVariableFacts(typeOf(type), variable);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

test('a fact has forms, a page, and whether that was read', () => {
  expect(factsOf('s3:bucket', 'BucketName')).toEqual({
    forms: [
      [
        {
          kind: 'only',
          characters: `${LETTERS.toUpperCase()}${LETTERS}${DIGITS}._-`,
          minLength: 3,
          maxLength: 255,
        },
      ],
    ],
    source: {
      page: 'General purpose bucket naming rules',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
      recorded: '2026-11-30',
      read: true,
      checked: true,
      evidence: undefined,
    },
  });
  expect(factsOf('s3:object', 'ObjectName')?.forms).toEqual([
    [{ kind: 'except', characters: '', minLength: 1, maxLength: 1024 }],
  ]);
  expect(factsOf('ec2:instance', 'InstanceId')?.forms).toEqual([
    ['i-', { kind: 'only', characters: `${DIGITS}abcdef`, minLength: 17, maxLength: 17 }],
    ['i-', { kind: 'only', characters: `${DIGITS}abcdef`, minLength: 8, maxLength: 8 }],
  ]);
  expect(factsOf('ecs:cluster', 'ClusterName')?.source).toMatchObject({
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html',
    read: false,
    checked: true,
    evidence: { kind: 'model', name: 'botocore 1.43.11: CreateCluster' },
  });
  expect(factsOf('eks:nodegroup', 'NodegroupName')?.source).toMatchObject({ checked: false });
});

const ID = '0a1b2c3d-0000-1111-2222-abcdefabcdef';

// Name of a type, its variable, a value that is one, and a value that never is.
test.each([
  ['s3:bucket', 'BucketName', 'My_old.bucket', 'bucket/key'],
  ['s3:accesspoint', 'AccessPointName', 'finance-docs', 'finance.docs'],
  ['s3:multiregionaccesspoint', 'AccessPointAlias', 'mfzwi23gnjvgw.mrap', 'mfzwi23gnjvgw'],
  ['dynamodb:table', 'TableName', 'Orders_2.x', 'orders/index/by-day'],
  ['dynamodb:stream', 'StreamLabel', '2026-11-30T01:02:03.456', 'latest'],
  ['lambda:function version', 'Version', '$LATEST', 'prod'],
  ['lambda:function alias', 'Alias', 'prod', '$LATEST'],
  ['lambda:function', 'FunctionName', 'f:prod', 'f/prod'],
  ['ecs:task', 'TaskId', '0123456789abcdef0123456789abcdef', 'web'],
  ['ecs:task-definition', 'TaskDefinitionRevisionNumber', '12', 'latest'],
  ['ec2:image', 'ImageId', 'aki-0a1b2c3d', 'i-0a1b2c3d'],
  ['ec2:vpc-endpoint-service', 'VpcEndpointServiceId', 'vpce-svc-0123456789abcdef0', 'vpce-0a1b2c3d'],
  ['ec2:prefix-list', 'Account', 'aws', 'amazon'],
  ['iam:role', 'RoleNameWithPath', 'aws-service-role/x.amazonaws.com/R:1', 'a b'],
  ['iam:policy', 'Account', 'aws', ''],
  ['iam:assumed-role', 'RoleSessionName', 'me@example.com', 'a/b'],
  ['kms:key', 'KeyId', `mrk-${'0a'.repeat(16)}`, 'alias'],
  ['kms:key', 'KeyId', ID, `${ID}0`],
  ['kms:alias', 'Alias', 'aws/s3:x', 'a.b'],
  ['sqs:queue', 'QueueName', 'jobs.fifo', 'jobs.txt'],
  ['sns:topic', 'TopicName', 'endpoint/GCM/app/0a1b', 'a.b'],
  ['rds:snapshot', 'SnapshotName', 'rds:db-2026-11-30-01-02', 'a/b'],
  ['rds:subgrp', 'SubnetGroupName', 'my subnets_1', 'a:b'],
  ['eks:cluster', 'ClusterName', 'prod_1', 'prod/1'],
  ['secretsmanager:Secret', 'SecretId', 'rds!db-0a1b/x-AbCd12', 'a:b'],
  ['ssm:parameter', 'ParameterNameWithoutLeadingSlash', 'prod/db/url', 'prod:1'],
  ['ssm:parameter', 'Account', '', 'aws'],
  ['logs:log-group', 'LogGroupName', '/aws/lambda/f:*', '/aws/lambda/f:x'],
  ['logs:log-stream', 'LogGroupName', '/aws/lambda/f', '/aws/lambda/f:*'],
  ['logs:log-stream', 'LogStreamName', '2026/11/30/[$LATEST]ab', 'a:b'],
  ['events:event-bus', 'EventBusName', 'aws.partner/x.com/1', 'a:b'],
  ['events:connection', 'ConnectionName', `c/${ID}`, 'c/d/e'],
  ['events:rule-on-default-event-bus', 'Account', '', 'aws'],
  ['lambda:durable execution', 'Version', '7', 'prod'],
  ['rds:integration', 'IntegrationIdentifier', ID, 'my-integration'],
  ['states:statemachine', 'StateMachineName', 'über-1', 'a:b'],
  ['ecr:repository', 'RepositoryName', 'team/app', 'Team/app'],
  ['cloudformation:stack', 'StackName', 'web-1', 'web_1'],
  ['apigateway:Stage', 'StageName', '$default', 'a/b'],
  ['kinesis:stream', 'StreamName', 'clicks.1', 'clicks/1'],
  ['firehose:deliverystream', 'DeliveryStreamName', 'to-s3', 'to/s3'],
  ['glue:schema', 'SchemaName', 'registry/schema', 'a/b/c'],
  ['codebuild:build', 'BuildId', `web:${ID}`, 'web'],
  ['elasticloadbalancing:loadbalancer', 'LoadBalancerName', 'classic', 'app/x/0123456789abcdef'],
  ['route53:hostedzone', 'Id', 'Z0123ABC', 'example.com'],
  ['cloudfront:distribution', 'DistributionId', 'E2QWRUHEXAMPLE', 'e/1'],
  ['acm:certificate', 'CertificateId', ID, 'example.com'],
  ['cognito-idp:userpool', 'UserPoolId', 'eu-west-1_AbC123', 'a:b'],
  ['cognito-identity:identitypool', 'IdentityPoolId', `eu-west-1:${ID}`, ID],
  ['ecs:cluster', 'Account', '123456789012', '12345678901'],
  ['ecs:cluster', 'Region', 'us-gov-west-1', 'eu-west-1:1'],
  ['ecs:cluster', 'Partition', 'aws-us-gov', 'amazon'],
])('%s: %s can be `%s`, never `%s`', (type, variable, value, other) => {
  const forms = factsOf(type, variable)?.forms ?? [];
  expect(fitsForm(value, forms)).toBe(true);
  expect(fitsForm(other, forms)).toBe(false);
});

test('what no row knows is any text', () => {
  expect(factsOf('glue:job', 'JobName')).toBeUndefined();
  expect(factsOf('ec2:key-pair', 'KeyPairName')).toBeUndefined();
  expect(factsOf('s3:bucket', 'Account')).toBeUndefined();
  expect(factsOf('s3:bucket', 'NoSuchVariable')).toBeUndefined();
});

test('a service that refers to the types of another has the names of that', () => {
  expect(factsOf('ec2:role', 'RoleNameWithPath')).toBe(factsOf('iam:role', 'RoleNameWithPath'));
  expect(factsOf('kinesis:kmsKey', 'KeyId')).toBe(factsOf('kms:key', 'KeyId'));
  expect(factsOf('route53:vpc', 'VpcId')).toBe(factsOf('ec2:vpc', 'VpcId'));
  expect(factsOf('wafv2:apigateway', 'StageName')).toBe(factsOf('apigateway:Stage', 'StageName'));
  expect(factsOf('ssm:iam-role', 'RoleName')).toBe(factsOf('iam:role', 'RoleNameWithPath'));
  expect(factsOf('ssm:task', 'TaskId')).toBeUndefined();
});

test('every row is of a variable of the catalog', () => {
  const known = new Set(
    services().flatMap(({ resourceTypes }) =>
      resourceTypes.flatMap((type) =>
        arnVariables(type)
          .filter((variable) => arnVariableFacts(type, variable) !== undefined)
          .flatMap((variable) => [`${type.service} ${variable}`, `* ${variable}`]),
      ),
    ),
  );
  expect(knownArnVariables().filter((row) => !known.has(row))).toEqual([]);
  expect(knownArnVariables().length).toBeGreaterThan(140);
});

test('every fact cites a page and the day, and is checked where that was read or an API model agrees', () => {
  for (const type of services().flatMap(({ resourceTypes }) => resourceTypes)) {
    for (const variable of arnVariables(type)) {
      const source = arnVariableFacts(type, variable)?.source;
      if (source === undefined) continue;
      expect(source.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w-]+\/\S+\/[\w.-]+\.html$/);
      expect(source.page).not.toBe('');
      expect(source.recorded).toBe('2026-11-30');
      expect(source.checked).toBe(source.read || source.evidence?.kind === 'model');
    }
  }
});

test('only names of types whose names hold a separator can', () => {
  const holders = services()
    .flatMap(({ resourceTypes }) => resourceTypes)
    .filter(({ service }) => ['s3', 'ecs', 'dynamodb', 'kms'].includes(service))
    .flatMap((type) =>
      arnVariables(type)
        .filter((name) => canHold('/', arnVariableFacts(type, name)?.forms ?? []))
        .map((name) => `${type.service}:${type.name} ${name}`),
    );
  expect(holders).toEqual([
    'kms:alias Alias',
    's3:accesspointobject ObjectName',
    's3:multiregionaccesspoint AccessPointAlias',
    's3:object ObjectName',
  ]);
});

const typesOf = (arn: string): readonly string[] =>
  matchResource(arn).map(({ type }) => `${type.service}:${type.name}`);

test('a name with a separator that it never holds is no reading', () => {
  expect(typesOf('arn:aws:s3:::bucket/')).toEqual([]);
  expect(typesOf('arn:aws:sqs:eu-west-1:123456789012:jobs:1')).toEqual(['backup:recoveryPoint']);
  expect(typesOf('arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/x')).toEqual([]);
});

test('a wildcard can stand for parts of an ARN', () => {
  expect(typesOf('arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/*')).toEqual([
    'elasticloadbalancing:loadbalancer',
  ]);
});

test('of types of one service, the one whose names look like these is meant', () => {
  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
  expect(typesOf(`${arn}:prod`)[0]).toBe('lambda:function alias');
  expect(typesOf(`${arn}:prod`)).not.toContain('lambda:function version');
  expect(typesOf(`${arn}:$LATEST`)).not.toContain('lambda:function alias');
  expect(typesOf(`${arn}:*`)).toContain('lambda:function version');
});

test('names are split where their characters allow', () => {
  const arn = 'arn:aws:events:eu-west-1:123456789012:rule/aws.partner/example.com/1/nightly';
  expect(matchResource(arn)).toMatchObject([
    {
      type: { name: 'rule-on-custom-event-bus' },
      variables: { EventBusName: 'aws.partner/example.com/1', RuleName: 'nightly' },
    },
  ]);
});

test('a policy variable is a part of one name, whatever its key is', () => {
  const [match] = matchResource('arn:aws:s3:::${aws:PrincipalTag/team}-data/${aws:username}/*');
  expect(match?.variables).toEqual({
    Partition: 'aws',
    BucketName: '${aws:PrincipalTag/team}-data',
    ObjectName: '${aws:username}/*',
  });
  expect(typesOf('arn:aws:kms:*:${aws:PrincipalAccount}:key/*')[0]).toBe('kms:key');
  expect(matchResource('arn:aws:s3:::\uE000${a:b}/k')[0]?.variables['BucketName']).toBe('\uE000${a:b}');
});
