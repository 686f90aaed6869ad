import { describe, expect, test } from 'vitest';
import { callTo, identity } from '../_testing/given.ts';
import { simulateOperation } from '../decide/simulateOperation.ts';
import type { OperationCall, OperationInput } from '../model/operationCall.ts';
import { diagnoseCall } from './diagnoseCall.ts';
import { suggestOperation } from './suggestOperation.ts';

function found(call: OperationCall): readonly (readonly [string, string, string])[] {
  return diagnoseCall(call).map(({ code, path, message }) => [code, path, message] as const);
}

describe('diagnoseCall', () => {
  test.each([
    'ecs:RunTask',
    'ECS:runtask',
    's3:ListObjectsV2',
    'elbv2:CreateTargetGroup',
    'SFN:StartExecution',
  ] as const)('understands %s', (operation) => {
    const input = {
      taskDefinition: 'web',
      Bucket: 'b',
      Name: 'n',
      stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:m',
    };
    expect(found(callTo(operation, input))).toEqual([]);
  });

  test('names the closest operation for one that nobody knows', () => {
    const [diagnostic] = diagnoseCall(callTo('ecs:RunTusk', {}));
    expect(diagnostic).toMatchObject({
      code: 'unknown-operation',
      path: '/operation',
      help: 'did you mean `ecs:RunTask`?',
    });
  });

  test('names the place and what is expected there', () => {
    expect(found({ ...callTo('ecs:RunTask', { taskDefinition: 'web' }), account: '12', region: '' })).toEqual(
      [
        ['invalid-account', '/account', '`12` is no account, expected 12 digits'],
        ['invalid-region', '/region', '`` is no Region, expected one such as `eu-west-1`'],
      ],
    );
  });

  test('tells an input that is no object, and members that hold something else', () => {
    const input = [] as unknown as OperationInput;
    expect(found(callTo('ecs:RunTask', input))).toEqual([
      ['invalid-input', '/input', 'the input is a list, expected an object'],
    ]);
    expect(found(callTo('ecs:RunTask', { taskDefinition: { family: 'web' } }))).toEqual([
      [
        'invalid-member',
        '/input/taskDefinition',
        '`taskDefinition` is not a text, expected the name or ARN of the task-definition',
      ],
    ]);
    expect(found(callTo('s3:GetObject', { Bucket: true, Key: 'a' }))).toEqual([
      ['invalid-member', '/input/Bucket', '`Bucket` is not a text, expected the name or ARN of the object'],
    ]);
    expect(found(callTo('lambda:CreateFunction', { FunctionName: 'f', Role: { Arn: 'r' } }))).toEqual([
      ['invalid-member', '/input/Role', '`Role` is not a text, expected the name or ARN of a role'],
    ]);
    expect(found(callTo('s3:GetObject', { Bucket: 'a', Key: 7 }))).toEqual([
      ['invalid-member', '/input/Key', '`Key` is not a text, expected the name or ARN of the object'],
    ]);
    expect(found(callTo('ecs:RunTask', { taskDefinition: 'web:7', cluster: 3 }))).toEqual([
      [
        'invalid-member',
        '/input/cluster',
        '`cluster` is not a text, expected the name or ARN of the cluster',
      ],
    ]);
    expect(found(callTo('s3:PutObject', { Bucket: 'a', Key: 'b', ACL: { read: 'all' } }))).toEqual([
      ['invalid-member', '/input/ACL', '`ACL` is not a text, expected the value of `s3:x-amz-acl`'],
    ]);
    expect(found(callTo('ecs:RunTask', { taskDefinition: 'web:7', enableExecuteCommand: true }))).toEqual([]);
    expect(found(callTo('lambda:CreateFunction', { FunctionName: 'f' }))).toEqual([
      ['missing-member', '/input/Role', '`lambda:CreateFunction` has no `Role`'],
    ]);
  });

  test('an instance profile may be an object, by name or ARN', () => {
    const IamInstanceProfile = { Name: 'web' };
    expect(
      found(callTo('ec2:AssociateIamInstanceProfile', { InstanceId: 'i-1', IamInstanceProfile })),
    ).toEqual([]);
    const LaunchSpecification = { IamInstanceProfile };
    expect(found(callTo('ec2:RequestSpotInstances', { LaunchSpecification }))).toEqual([]);
  });

  test('warns of a call that does not say what it is about; that one is not allowed under policies that name resources', () => {
    const call = callTo('ecs:RunTask', {});
    expect(diagnoseCall(call)).toMatchObject([
      {
        code: 'missing-member',
        severity: 'warning',
        path: '/input/taskDefinition',
        help: 'add `taskDefinition` to the input',
      },
    ]);
    const named = identity({ Action: 'ecs:RunTask', Resource: 'arn:aws:ecs:*:*:task-definition/web:*' });
    expect(simulateOperation(named, call).answer).toBe('Depends');
  });

  test('with an error, no call is allowed', () => {
    const call = { ...callTo('ecs:DescribeTaskDefinition', { taskDefinition: 'web' }), account: '12' };
    expect(simulateOperation(identity({ Action: '*' }), call)).toMatchObject({
      answer: 'Depends',
      unknown: ['`12` is no account, expected 12 digits'],
    });
  });
});

test.each([
  ['RunTaskCommand', 'ecs:RunTask'],
  ['@aws-sdk/client-s3:PutObjectCommand', 's3:PutObject'],
  ['client-ecs:RunTsak', 'ecs:RunTask'],
  ['RunTask', 'ecs:RunTask'],
  ['', undefined],
])('who writes %s means %s', (written, meant) => {
  expect(suggestOperation(written)).toBe(meant);
});
