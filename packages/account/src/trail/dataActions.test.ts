import { getService } from '@policywright/catalog';
import { expect, test } from 'vitest';
import { isDataAction } from './dataActions.ts';

test.each([
  ['s3:GetObject', true],
  ['s3:ListBucket', true],
  ['s3:CreateBucket', false],
  ['lambda:InvokeFunction', true],
  ['lambda:UpdateFunctionCode', false],
  ['dynamodb:PutItem', true],
  ['dynamodb:DescribeTable', false],
  ['ebs:GetSnapshotBlock', true],
  ['ebs:StartSnapshot', false],
  ['ebs:CompleteSnapshot', false],
])('%s is an action of data events alone: %s', (action, is) => {
  expect(isDataAction(action)).toBe(is);
});

// What a trail records as data events of each service, and one of its management events.
const SERVICES: Readonly<Record<string, readonly [data: string, management: string]>> = {
  s3: [
    'GetObject PutObject DeleteObject ListBucket ListBucketVersions ListBucketMultipartUploads',
    'PutBucketPolicy',
  ],
  's3-outposts': ['GetObject PutObject', 'CreateBucket'],
  s3express: ['CreateSession', 'CreateBucket'],
  lambda: ['InvokeFunction InvokeFunctionUrl InvokeAsync', 'CreateFunction'],
  dynamodb: [
    'GetItem PutItem UpdateItem DeleteItem Query Scan BatchGetItem BatchWriteItem ConditionCheckItem PartiQLSelect ' +
      'PartiQLInsert PartiQLUpdate PartiQLDelete GetRecords GetShardIterator',
    'CreateTable',
  ],
  sns: ['Publish', 'Subscribe'],
  sqs: ['SendMessage ReceiveMessage DeleteMessage ChangeMessageVisibility', 'CreateQueue'],
  kinesis: ['PutRecord PutRecords GetRecords GetShardIterator SubscribeToShard', 'CreateStream'],
  ebs: ['GetSnapshotBlock PutSnapshotBlock ListChangedBlocks ListSnapshotBlocks', 'StartSnapshot'],
  xray: ['PutTraceSegments PutTelemetryRecords', 'CreateGroup'],
  appconfig: ['GetLatestConfiguration StartConfigurationSession GetConfiguration', 'CreateApplication'],
  cloudwatch: [
    'PutMetricData GetMetricData GetMetricStatistics GetMetricWidgetImage ListMetrics',
    'PutMetricAlarm',
  ],
  logs: ['PutLogEvents', 'CreateLogGroup'],
};

test.each(Object.entries(SERVICES))('the data events of %s', (prefix, [data, management]) => {
  for (const name of data.split(' ')) expect([name, isDataAction(`${prefix}:${name}`)]).toEqual([name, true]);
  expect(isDataAction(`${prefix}:${management}`)).toBe(false);
});

test.each(['s3-object-lambda', 'cloudtrail-data', 'rds-data', 'ssmmessages', 'ec2messages', 'execute-api'])(
  'all of %s are data events',
  (prefix) => {
    const { actions = [] } = getService(prefix) ?? {};
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ fullName }) => !isDataAction(fullName))).toEqual([]);
  },
);
