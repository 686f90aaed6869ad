import { requestMembers } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, REGION, trusts } from '../_testing/given.ts';
import type { World } from '../model/world.ts';
import { resourcesOf } from './resourcesOf.ts';

/** What an operation's request names, in short: `~` before a pattern of which no more is known. */
function named(operation: string, input: unknown, world: World = {}): readonly string[] {
  const scope = { account: ACCOUNT, region: REGION, partition: 'aws', input, world, named: new Map() };
  return (requestMembers(operation)?.resources ?? [])
    .flatMap((resource) => resourcesOf(resource, scope))
    .map(({ arn, pattern }) => arn ?? `~${pattern}`);
}

const ecs = (rest: string): string => `arn:aws:ecs:${REGION}:${ACCOUNT}:${rest}`;

describe('resourcesOf', () => {
  test.each([
    // Names, ARNs, and ARNs of something else that has the name.
    ['ecs:RunTask', { taskDefinition: 'web:7' }, [ecs('task-definition/web:7')]],
    ['ecs:RunTask', { taskDefinition: ecs('task-definition/web:7') }, [ecs('task-definition/web:7')]],
    ['ecs:RunTask', { taskDefinition: 'web' }, [`~${ecs('task-definition/web*')}`]],
    ['ecs:RunTask', {}, [`~${ecs('task-definition/*')}`]],
    ['ecs:StopTask', { cluster: ecs('cluster/shop'), task: 'a' }, [ecs('task/shop/a')]],
    ['ecs:StopTask', { cluster: 'test', task: ecs('task/shop/a') }, [ecs('task/shop/a')]],
    ['ecs:StopTask', { task: 'a' }, [ecs('task/default/a')]],
    [
      'ecs:StopTask',
      { cluster: 'arn:aws:ecs:us-east-1:444455556666:cluster/shop', task: 'a' },
      ['arn:aws:ecs:us-east-1:444455556666:task/shop/a'],
    ],
    [
      'ecs:DescribeTasks',
      { cluster: 'shop', tasks: ['a', 'b', 'a'] },
      [ecs('task/shop/a'), ecs('task/shop/b')],
    ],
    ['ecs:RunTask', { taskDefinition: 'arn:aws:s3:::bucket' }, ['~arn:aws:ecs:*:*:task-definition/*:*']],
    // Buckets and access points.
    ['s3:GetObject', { Bucket: 'docs', Key: 'a/b' }, ['arn:aws:s3:::docs/a/b']],
    ['s3:GetObject', { Bucket: 'ap-x-s3alias', Key: 'a' }, ['~arn:aws:s3:::*/a']],
    [
      's3:GetObject',
      { Bucket: `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/ap`, Key: 'a' },
      [`arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/ap/object/a`],
    ],
    // Forms of names.
    [
      'lambda:Invoke',
      { FunctionName: 'f', Qualifier: '3' },
      [`arn:aws:lambda:${REGION}:${ACCOUNT}:function:f:3`],
    ],
    [
      'lambda:Invoke',
      { FunctionName: '444455556666:function:f' },
      [`arn:aws:lambda:${REGION}:444455556666:function:f`],
    ],
    ['lambda:Invoke', { FunctionName: 'function:f' }, [`arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`]],
    [
      'sqs:SendMessage',
      { QueueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/q` },
      [`arn:aws:sqs:us-east-1:${ACCOUNT}:q`],
    ],
    ['sqs:SendMessage', { QueueUrl: 'q' }, [`arn:aws:sqs:${REGION}:${ACCOUNT}:q`]],
    [
      'sqs:SendMessage',
      { QueueUrl: `http://localhost:9324/${ACCOUNT}/q` },
      [`arn:aws:sqs:${REGION}:${ACCOUNT}:q`],
    ],
    ['sqs:SendMessage', { QueueUrl: 'http://localhost/queue/q' }, [`~arn:aws:sqs:${REGION}:${ACCOUNT}:*`]],
    [
      'secretsmanager:GetSecretValue',
      { SecretId: 'db' },
      [`~arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:db-??????`],
    ],
    ['ssm:GetParameter', { Name: '/a/b' }, [`arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/a/b`]],
    ['kms:Decrypt', { KeyId: 'alias/x' }, [`~arn:aws:kms:${REGION}:${ACCOUNT}:key/*`]],
    ['iam:CreateRole', { Path: '/ops/', RoleName: 'r' }, [`arn:aws:iam::${ACCOUNT}:role/ops/r`]],
    ['iam:CreateRole', { RoleName: 'r' }, [`arn:aws:iam::${ACCOUNT}:role/r`]],
    [
      'events:PutRule',
      { Name: 'r', EventBusName: 'default' },
      [`arn:aws:events:${REGION}:${ACCOUNT}:rule/r`],
    ],
    [
      'events:PutRule',
      { Name: 'r', EventBusName: 'bus' },
      [`arn:aws:events:${REGION}:${ACCOUNT}:rule/bus/r`],
    ],
    [
      'dynamodb:BatchGetItem',
      { RequestItems: { a: {}, b: {} } },
      ['a', 'b'].map((name) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`),
    ],
    ['sns:Publish', { PhoneNumber: '+1' }, []],
    // An entry that leaves a member out means what stands for it otherwise.
    [
      'events:PutEvents',
      { Entries: [{ EventBusName: 'bus' }, { Source: 's' }] },
      ['bus', 'default'].map((name) => `arn:aws:events:${REGION}:${ACCOUNT}:event-bus/${name}`),
    ],
    // Members in the case that CloudTrail has.
    ['lambda:Invoke', { functionName: 'f' }, [`arn:aws:lambda:${REGION}:${ACCOUNT}:function:f`]],
  ] as const)('%s %o names %j', (operation, input, expected) => {
    expect(named(operation, input)).toEqual(expected);
  });

  test('asks the world which key an alias stands for', () => {
    const key = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`;
    const keyOf = (arn: string) => (arn === `arn:aws:kms:${REGION}:${ACCOUNT}:alias/x` ? key : undefined);
    expect(named('kms:Decrypt', { KeyId: 'alias/x' }, { keyOf })).toEqual([key]);
  });

  test('a role that is named without its path is known where the world has it without one', () => {
    const root = `arn:aws:iam::${ACCOUNT}:role/ops`;
    const world: World = { trustOf: (arn) => (arn === root ? trusts('ec2') : undefined) };
    expect(named('iam:PutRolePolicy', { RoleName: 'ops' }, world)).toEqual([root]);
    expect(named('iam:PutRolePolicy', { RoleName: 'other' }, world)).toEqual([
      `~arn:aws:iam::${ACCOUNT}:role/*other`,
    ]);
    expect(named('iam:PutRolePolicy', {}, world)).toEqual([`~arn:aws:iam::${ACCOUNT}:role/*`]);
    expect(named('iam:DeleteUser', { UserName: 'ops' }, world)).toEqual([
      `~arn:aws:iam::${ACCOUNT}:user/*ops`,
    ]);
  });
});
