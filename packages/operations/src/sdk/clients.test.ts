import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  AccessDeniedException,
  DescribeClustersCommand,
  ECSClient,
  RunTaskCommand,
} from '@aws-sdk/client-ecs';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { AccessDenied, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, identity, REGION, roleArn, trusts } from '../_testing/given.ts';
import type { CallerWorld } from './callOf.ts';
import { enforcePolicies } from './enforcePolicies.ts';
import { guardSend } from './guardSend.ts';
import { recordCalls, type RecordedCall } from './recordCalls.ts';

const caller: CallerWorld = { principal: roleArn('deploy'), account: ACCOUNT, region: REGION };
const INITIALIZE = { step: 'initialize' } as const;

/** What a client needs to be made; nothing is sent. */
const config = {
  region: REGION,
  credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  requestHandler: { handle: () => Promise.reject(new Error('sent')) },
  maxAttempts: 1,
};

describe('clients of the AWS SDK for JavaScript', () => {
  test('ECSClient makes the calls that its role may make, and no others', async () => {
    const client = new ECSClient(config);
    client.middlewareStack.add(
      enforcePolicies(identity({ Action: 'ecs:DescribeClusters' }), caller),
      INITIALIZE,
    );
    await expect(client.send(new DescribeClustersCommand({ clusters: ['shop'] }))).rejects.toThrow('sent');
    await expect(client.send(new RunTaskCommand({ taskDefinition: 'web:7' }))).rejects.toMatchObject({
      name: new AccessDeniedException({ message: '', $metadata: {} }).name,
    });
  });

  test('S3Client is refused with `AccessDenied`, on the object', async () => {
    const client = new S3Client(config);
    const policies = identity({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::docs/public/*' });
    client.middlewareStack.add(enforcePolicies(policies, caller), INITIALIZE);
    const get = (Key: string): Promise<unknown> => client.send(new GetObjectCommand({ Bucket: 'docs', Key }));
    await expect(get('public/a')).rejects.toThrow('sent');
    await expect(get('private/a')).rejects.toThrow(
      'is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::docs/private/a',
    );
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'docs', Key: 'a', Body: 'x' })),
    ).rejects.toMatchObject({
      name: new AccessDenied({ message: '', $metadata: {} }).name,
    });
  });

  test('LambdaClient needs to pass the role', async () => {
    const client = new LambdaClient(config);
    const world = { ...caller, trustOf: () => trusts('lambda') };
    client.middlewareStack.add(enforcePolicies(identity({ Action: 'lambda:*' }), world), INITIALIZE);
    const create = new CreateFunctionCommand({
      FunctionName: 'f',
      Role: roleArn('fn'),
      Code: { ZipFile: new Uint8Array() },
    });
    await expect(client.send(create)).rejects.toThrow('is not authorized to perform: iam:PassRole');
  });

  test('DynamoDBDocumentClient is recorded as the operation that it calls', async () => {
    const log: RecordedCall[] = [];
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
    client.middlewareStack.add(recordCalls(log, caller), INITIALIZE);
    await client.send(new PutCommand({ TableName: 'orders', Item: { id: '1' } })).catch(() => undefined);
    expect(log.map(({ checks }) => [checks[0]?.action, checks[0]?.resource])).toEqual([
      ['dynamodb:PutItem', `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/orders`],
    ]);
  });

  test('are guarded before aws-sdk-client-mock answers, which leaves the middleware out', async () => {
    const client = new ECSClient(config);
    const mock = mockClient(client);
    mock.onAnyCommand().resolves({});
    const release = guardSend(client, enforcePolicies(identity({ Action: 'ecs:DescribeClusters' }), caller));
    await expect(client.send(new DescribeClustersCommand({ clusters: ['shop'] }))).resolves.toEqual({});
    await expect(client.send(new RunTaskCommand({ taskDefinition: 'web:7' }))).rejects.toThrow('ecs:RunTask');
    expect(mock.commandCalls(RunTaskCommand)).toHaveLength(0);
    release();
    await expect(client.send(new RunTaskCommand({ taskDefinition: 'web:7' }))).resolves.toEqual({});
  });

  test('of documents are guarded by the operation behind the command', async () => {
    const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
    mockClient(client).onAnyCommand().resolves({});
    guardSend(client, enforcePolicies(identity({ Action: 'dynamodb:GetItem' }), caller));
    const put = client.send(new PutCommand({ TableName: 'orders', Item: { id: '1' } }));
    await expect(put).rejects.toThrow('is not authorized to perform: dynamodb:PutItem');
  });
});
