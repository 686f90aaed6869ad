import { describe, expect, test } from 'vitest';
import { ACCOUNT, identity, REGION, roleArn, trusts } from '../_testing/given.ts';
import type { CallerWorld, InitializeMiddleware, MiddlewareContext } from './callOf.ts';
import { enforcePolicies } from './enforcePolicies.ts';
import { recordCalls, type RecordedCall } from './recordCalls.ts';
import { RefusedCallError, UndecidedCallError } from './refusal.ts';

const caller: CallerWorld = { principal: roleArn('deploy'), account: ACCOUNT, region: REGION };
const RUN_TASK: MiddlewareContext = { clientName: 'ECSClient', commandName: 'RunTaskCommand' };

/** A stack of one middleware over a handler that answers. */
async function send(
  middleware: InitializeMiddleware,
  context: MiddlewareContext,
  input: unknown,
): Promise<unknown> {
  const handler = middleware(() => Promise.resolve('sent'), context);
  return handler({ input });
}

describe('enforcePolicies', () => {
  const input = { cluster: 'shop', taskDefinition: 'web:7' };

  test('lets through what policies allow', async () => {
    const middleware = enforcePolicies(identity({ Action: 'ecs:RunTask' }), caller);
    await expect(send(middleware, RUN_TASK, input)).resolves.toBe('sent');
  });

  test("throws the service's own error with AWS's sentence for what they deny, before anything is sent", async () => {
    const middleware = enforcePolicies(identity({ Action: 'ecs:StopTask' }), caller);
    const refused = await send(middleware, RUN_TASK, input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedCallError);
    expect(refused).toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:iam::111122223333:role/deploy is not authorized to perform: ecs:RunTask on resource: ' +
        'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7 because no identity-based policy allows the ecs:RunTask action',
      $metadata: { httpStatusCode: 400 },
      check: { reason: 'operation' },
    });
  });

  test.each([
    ['AutoScalingClient', 'DescribeAutoScalingGroupsCommand', 'AccessDenied', 403],
    ['CloudFormationClient', 'ListStacksCommand', 'AccessDenied', 403],
    ['CloudWatchClient', 'ListMetricsCommand', 'AccessDenied', 403],
    ['DynamoDBClient', 'ListTablesCommand', 'AccessDeniedException', 400],
    ['ElasticLoadBalancingV2Client', 'DescribeLoadBalancersCommand', 'AccessDenied', 403],
    ['IAMClient', 'ListRolesCommand', 'AccessDenied', 403],
    ['LambdaClient', 'ListFunctionsCommand', 'AccessDeniedException', 403],
    ['RDSClient', 'DescribeDBInstancesCommand', 'AccessDenied', 403],
    ['S3Client', 'GetObjectCommand', 'AccessDenied', 403],
    ['STSClient', 'GetFederationTokenCommand', 'AccessDenied', 403],
    ['EC2Client', 'DescribeInstancesCommand', 'UnauthorizedOperation', 403],
    ['SNSClient', 'ListTopicsCommand', 'AuthorizationErrorException', 403],
  ])('has the name and status of %s', async (clientName, commandName, name, httpStatusCode) => {
    const middleware = enforcePolicies(identity({ Action: 'none:None' }), caller);
    const request = { Bucket: 'docs', Key: 'a' };
    const refused = send(middleware, { clientName, commandName }, request);
    await expect(refused).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  test('refuses a role that may not be passed, and one that the service may not assume', async () => {
    const withRole = { ...input, overrides: { taskRoleArn: roleArn('task') } };
    const world = { ...caller, trustOf: () => trusts('lambda') };
    const noPass = enforcePolicies(identity({ Action: 'ecs:*' }), world);
    await expect(send(noPass, RUN_TASK, withRole)).rejects.toMatchObject({ check: { reason: 'passRole' } });
    const noTrust = enforcePolicies(identity({ Action: ['ecs:*', 'iam:PassRole'] }), world);
    await expect(send(noTrust, RUN_TASK, withRole)).rejects.toMatchObject({ check: { reason: 'trust' } });
  });

  test('says what it does not know, and lets it pass when asked to', async () => {
    const mfa = { Action: 'ecs:RunTask', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const undecided = send(enforcePolicies(identity(mfa), caller), RUN_TASK, input);
    await expect(undecided).rejects.toThrow(
      'whether `ECS:RunTask` is allowed depends on aws:MultiFactorAuthPresent: let the world or the context tell it',
    );
    await expect(undecided).rejects.toBeInstanceOf(UndecidedCallError);
    const passing = enforcePolicies(identity(mfa), caller, { undecided: 'pass' });
    await expect(send(passing, RUN_TASK, input)).resolves.toBe('sent');
    const told = { ...caller, context: { 'aws:MultiFactorAuthPresent': 'true' } };
    await expect(send(enforcePolicies(identity(mfa), told), RUN_TASK, input)).resolves.toBe('sent');
  });

  test('counts what the call only may need when asked to', async () => {
    const middleware = enforcePolicies(identity({ Action: 'ecs:RunTask' }), caller, { perhaps: 'count' });
    await expect(send(middleware, RUN_TASK, input)).rejects.toMatchObject({
      unknown: [
        'whether the call needs iam:PassRole',
        'whether the call needs sts:AssumeRole',
        'trust policy of the resource of sts:AssumeRole',
      ],
    });
  });

  test('never lets through a command that nobody knows', async () => {
    const middleware = enforcePolicies(identity({ Action: '*' }), caller);
    const unknown = send(middleware, { clientName: 'ECSClient', commandName: 'RunTuskCommand' }, {});
    await expect(unknown).rejects.toThrow('`ECS:RunTusk` is no operation');
    await expect(send(middleware, {}, input)).rejects.toThrow();
  });
});

describe('recordCalls', () => {
  test('writes down each call with what it is authorised for', async () => {
    const log: RecordedCall[] = [];
    const sent = await send(recordCalls(log, caller), RUN_TASK, { taskDefinition: 'web:7' });
    expect(sent).toBe('sent');
    expect(log.map(({ call, checks }) => [call.operation, checks[0]?.action, checks[0]?.resource])).toEqual([
      ['ECS:RunTask', 'ecs:RunTask', 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7'],
    ]);
  });

  test('has `*` for an account and a Region that nobody told', async () => {
    const log: RecordedCall[] = [];
    await send(recordCalls(log), RUN_TASK, { taskDefinition: 'web:7' });
    expect(log[0]?.checks[0]?.resource).toBe('arn:aws:ecs:*:*:task-definition/web:7');
  });
});
