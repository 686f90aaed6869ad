import { defaultKeyPolicy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo, identity, policyOf, REGION, roleArn, trusts } from '../_testing/given.ts';
import { listChecks } from '../checks/listChecks.ts';
import { settleChecks } from './settleChecks.ts';
import { simulateOperation } from './simulateOperation.ts';

const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1`;
const runTask = callTo('ecs:RunTask', {
  cluster: 'shop',
  taskDefinition: 'web:7',
  tags: [{ key: 'team', value: 'blue' }],
});
const noRoles = { rolesOf: () => [] };

/** The answer of each check, by action. */
function answers(...of: Parameters<typeof simulateOperation>): Readonly<Record<string, string>> {
  const { checks } = simulateOperation(...of);
  return Object.fromEntries(checks.map(({ action, decision }) => [action, decision.answer]));
}

describe('context keys', () => {
  test('are told by the request: cluster, tags of the request', () => {
    const policies = identity(
      {
        Action: 'ecs:RunTask',
        Condition: {
          ArnEquals: { 'ecs:cluster': `arn:aws:ecs:${REGION}:${ACCOUNT}:cluster/shop` },
          StringEquals: { 'aws:RequestTag/team': 'blue' },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
        },
      },
      { Action: 'ecs:TagResource', Condition: { StringEquals: { 'ecs:CreateAction': 'RunTask' } } },
    );
    expect(simulateOperation(policies, runTask, noRoles)).toMatchObject({ answer: 'Allow', unknown: [] });
    const other = callTo('ecs:RunTask', { ...runTask.input, cluster: 'test' });
    expect(simulateOperation(policies, other, noRoles).answer).toBe('Denied');
    const untagged = callTo('ecs:RunTask', { cluster: 'shop', taskDefinition: 'web:7' });
    expect(simulateOperation(policies, untagged, noRoles).answer).toBe('Denied');
  });

  test('that are no key of the action and resource type are absent: `ecs:cluster` of a task under ecs:TagResource', () => {
    const cluster = { ArnLike: { 'ecs:cluster': 'arn:aws:ecs:*:*:cluster/*' } };
    const policies = identity({ Action: ['ecs:RunTask', 'ecs:TagResource'], Condition: cluster });
    expect(answers(policies, runTask, noRoles)).toEqual({
      'ecs:RunTask': 'Allow',
      'ecs:TagResource': 'Denied',
    });
  });

  test('that neither call nor world tells are what the answer depends on', () => {
    const policies = identity({
      Action: 'ecs:*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    });
    expect(simulateOperation(policies, runTask, noRoles)).toMatchObject({
      answer: 'Depends',
      unknown: ['aws:MultiFactorAuthPresent'],
    });
    const context = { 'aws:multifactorauthpresent': 'true' };
    expect(simulateOperation(policies, { ...runTask, context }, noRoles).answer).toBe('Allow');
  });

  test('tell the tags of a resource as the world has them, none for what is yet to be made', () => {
    const policies = identity({
      Action: 'ecs:StopTask',
      Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
    });
    const stop = callTo('ecs:StopTask', { cluster: 'shop', task: 'abc' });
    const tagged = (team: string) => ({ tagsOf: () => ({ team }) });
    expect(simulateOperation(policies, stop).answer).toBe('Depends');
    expect(simulateOperation(policies, stop, tagged('blue')).answer).toBe('Allow');
    expect(simulateOperation(policies, stop, tagged('red')).answer).toBe('Denied');
    const ofNew = identity({ Action: '*', Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } } });
    expect(answers(ofNew, runTask, noRoles)['ecs:TagResource']).toBe('Denied');
  });

  test('of the caller and the Region are derived; a direct call is not made by a service', () => {
    const policies = identity({
      Action: 's3:ListBucket',
      Condition: {
        StringEquals: { 'aws:RequestedRegion': REGION, 's3:prefix': 'a/' },
        ArnEquals: { 'aws:PrincipalArn': roleArn('deploy') },
        Bool: { 'aws:ViaAWSService': 'false' },
        Null: { 'aws:CalledVia': 'true', 's3:delimiter': 'true' },
      },
    });
    const list = callTo('s3:ListObjectsV2', { Bucket: 'docs', Prefix: 'a/' });
    expect(simulateOperation(policies, list)).toMatchObject({ answer: 'Allow', unknown: [] });
  });
});

describe('roles that are passed', () => {
  const call = callTo('ecs:RunTask', {
    taskDefinition: 'web:7',
    overrides: { taskRoleArn: roleArn('task') },
    volumeConfigurations: [{ managedEBSVolume: { roleArn: roleArn('infra') } }],
  });
  const passTo = (...services: readonly string[]) =>
    identity(
      { Action: 'ecs:RunTask' },
      { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': services } } },
    );
  const world = { ...noRoles, trustOf: () => trusts('ecs', 'ecs-tasks') };

  test('are passed each to its service (S176)', () => {
    const both = passTo('ecs-tasks.amazonaws.com', 'ecs.amazonaws.com');
    expect(simulateOperation(both, call, world).answer).toBe('Allow');
    const { answer, checks } = simulateOperation(passTo('ecs-tasks.amazonaws.com'), call, world);
    expect(answer).toBe('Denied');
    expect(
      checks.filter(({ decision }) => decision.answer === 'Denied').map(({ resource }) => resource),
    ).toEqual([roleArn('infra')]);
  });

  test('must trust the service, from this account where the trust policy asks (S193)', () => {
    const policies = passTo('ecs-tasks.amazonaws.com', 'ecs.amazonaws.com');
    const trusting = (account: string, service = 'ecs-tasks') => ({
      ...noRoles,
      trustOf: (role: string) =>
        role === roleArn('infra')
          ? trusts('ecs')
          : policyOf({
              Principal: { Service: `${service}.amazonaws.com` },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'aws:SourceAccount': account } },
            }),
    });
    expect(simulateOperation(policies, call, trusting(ACCOUNT)).answer).toBe('Allow');
    expect(simulateOperation(policies, call, trusting('444455556666')).answer).toBe('Denied');
    expect(simulateOperation(policies, call, trusting(ACCOUNT, 'ec2')).answer).toBe('Denied');
    expect(simulateOperation(policies, call, noRoles).unknown).toEqual([
      `trust policy of ${roleArn('task')}`,
      `trust policy of ${roleArn('infra')}`,
    ]);
  });

  test('are assumed for tasks of this account and Region, whichever: `aws:SourceArn` is known in part', () => {
    const one = callTo('ecs:RunTask', {
      taskDefinition: 'web:7',
      overrides: { taskRoleArn: roleArn('task') },
    });
    const under = (SourceArn: string, operator = 'ArnLike') => {
      const trust = policyOf({
        Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { [operator]: { 'aws:SourceArn': SourceArn } },
      });
      const known = { ...noRoles, trustOf: () => trust };
      const { answer, unknown } = simulateOperation(passTo('ecs-tasks.amazonaws.com'), one, known);
      return [answer, ...unknown];
    };
    expect(under(`arn:aws:ecs:${REGION}:${ACCOUNT}:*`)).toEqual(['Allow']);
    expect(under(`arn:aws:ecs:*:${ACCOUNT}:*`, 'StringLike')).toEqual(['Allow']);
    expect(under(`arn:aws:ecs:${REGION}:${ACCOUNT}:task/*`)).toEqual(['Depends', 'aws:SourceArn']);
    expect(under(`arn:aws:ecs:${REGION}:${ACCOUNT}:*`, 'ArnNotLike')).toEqual(['Depends', 'aws:SourceArn']);
  });

  test('come with the task definition, too', () => {
    const one = callTo('ecs:RunTask', { taskDefinition: 'web:7' });
    const policies = identity({ Action: 'ecs:RunTask' });
    const rolesOf = (arn: string) => (arn.endsWith(':task-definition/web:7') ? [roleArn('task')] : undefined);
    expect(simulateOperation(policies, one, { ...world, rolesOf }).answer).toBe('Denied');
    expect(simulateOperation(policies, one, noRoles).answer).toBe('Allow');
    expect(simulateOperation(policies, one).unknown[0]).toBe('whether the call needs iam:PassRole');
    const { checks } = simulateOperation(policies, one);
    expect(settleChecks(checks, { perhaps: 'ignore' })).toMatchObject({ answer: 'Allow', unknown: [] });
  });

  test('of an instance profile are those that the world knows', () => {
    const one = callTo('ec2:RunInstances', { ImageId: 'ami-1', IamInstanceProfile: { Name: 'web' } });
    const policies = identity({ Action: 'ec2:*' }, { Action: 'iam:PassRole', Resource: roleArn('web') });
    const known = { trustOf: () => trusts('ec2'), keyOf: () => 'none' };
    expect(simulateOperation(policies, one, known).unknown).toEqual([
      'resource of iam:PassRole',
      'trust policy of the resource of sts:AssumeRole',
    ]);
    expect(simulateOperation(policies, one, { ...known, roleOfProfile: () => roleArn('web') }).answer).toBe(
      'Allow',
    );
    expect(simulateOperation(policies, one, { ...known, roleOfProfile: () => roleArn('db') }).answer).toBe(
      'Denied',
    );
  });
});

describe('keys', () => {
  const put = callTo('s3:PutObject', {
    Bucket: 'docs',
    Key: 'a',
    SSEKMSKeyId: '1',
    ServerSideEncryption: 'aws:kms',
  });
  const world = { policyOf: (arn: string) => (arn === KEY ? defaultKeyPolicy(ACCOUNT) : undefined) };
  const viaS3 = { StringEquals: { 'kms:ViaService': `s3.${REGION}.amazonaws.com` } };

  test('are used through the service, in the name of the caller (S178)', () => {
    const policies = identity(
      { Action: 's3:PutObject' },
      {
        Action: 'kms:GenerateDataKey',
        Resource: KEY,
        Condition: { ...viaS3, Bool: { 'aws:ViaAWSService': 'true' } },
      },
    );
    expect(simulateOperation(policies, put, world)).toMatchObject({ answer: 'Allow', unknown: [] });
    expect(simulateOperation(policies, put).unknown).toEqual([`key policy of ${KEY}`]);
    expect(simulateOperation(identity({ Action: 's3:PutObject' }), put, world).answer).toBe('Denied');
  });

  test('have policies of their own (S171)', () => {
    const policies = identity({ Action: '*' });
    const closed = policyOf({ Principal: { AWS: roleArn('other') }, Action: 'kms:*' });
    expect(
      simulateOperation(policies, put, { policyOf: (arn) => (arn === KEY ? closed : undefined) }).answer,
    ).toBe('Denied');
  });

  test('of a queue are bound to it by the encryption context', () => {
    const send = callTo('sqs:SendMessage', {
      QueueUrl: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/jobs`,
      MessageBody: 'x',
    });
    const queue = `arn:aws:sqs:${REGION}:${ACCOUNT}:jobs`;
    const bound = (arn: string) =>
      identity(
        { Action: 'sqs:SendMessage' },
        { Action: 'kms:*', Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arn } } },
      );
    const known = { ...world, keyOf: (arn: string) => (arn === queue ? KEY : undefined) };
    expect(simulateOperation(bound(queue), send, known).answer).toBe('Allow');
    expect(simulateOperation(bound(`${queue}2`), send, known).answer).toBe('Denied');
    expect(simulateOperation(identity({ Action: 'sqs:*' }), send, { keyOf: () => 'none' }).answer).toBe(
      'Allow',
    );
  });

  test('of an object are those of its bucket; `AES256` needs none', () => {
    const get = callTo('s3:GetObject', { Bucket: 'docs', Key: 'a' });
    const keyOf = (arn: string) => (arn === 'arn:aws:s3:::docs' ? KEY : undefined);
    expect(answers(identity({ Action: 's3:*' }), get, { ...world, keyOf })).toEqual({
      's3:GetObject': 'Allow',
      'kms:Decrypt': 'Denied',
    });
    const plain = callTo('s3:PutObject', { Bucket: 'docs', Key: 'a', ServerSideEncryption: 'AES256' });
    expect(simulateOperation(identity({ Action: 's3:*' }), plain).answer).toBe('Allow');
  });
});

describe('what services do in the name of the caller', () => {
  const create = callTo('cloudformation:CreateStack', {
    StackName: 'web',
    TemplateURL: 'https://s3.eu-west-1.amazonaws.com/templates/web.json',
  });

  test('has `aws:CalledVia` where the service names itself (S179), and does not pass the VPC endpoint', () => {
    const CalledVia = { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } };
    const policies = {
      ...identity({ Action: 'cloudformation:*' }, { Action: 's3:GetObject', Condition: CalledVia }),
      vpcEndpoint: [policyOf({ Principal: '*', Action: 'cloudformation:*' })],
    };
    const checks = answers(policies, create);
    expect([checks['cloudformation:CreateStack'], checks['s3:GetObject']]).toEqual(['Allow', 'Allow']);
    const direct = identity({ Action: 'cloudformation:*', Condition: CalledVia });
    expect(simulateOperation(direct, create).answer).toBe('Denied');
  });
});

describe('service-linked roles', () => {
  const create = callTo('ecs:CreateCluster', { clusterName: 'shop' });

  test('are made where there is none yet (S177)', () => {
    const policies = identity({ Action: 'ecs:*' });
    expect(simulateOperation(policies, create).unknown).toEqual([
      'whether the call needs iam:CreateServiceLinkedRole',
    ]);
    const known = identity(
      { Action: 'ecs:*' },
      { Action: 'iam:*', Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } } },
    );
    expect(simulateOperation(known, create).answer).toBe('Allow');
    const exists = {
      trustOf: (arn: string) => (arn.endsWith('/AWSServiceRoleForECS') ? trusts('ecs') : undefined),
    };
    expect(simulateOperation(policies, create, exists).answer).toBe('Allow');
  });
});

describe('resource policies', () => {
  test('of another account must let the caller in, and are unknown where nobody tells them', () => {
    const receive = callTo('sqs:ReceiveMessage', {
      QueueUrl: `https://sqs.${REGION}.amazonaws.com/444455556666/jobs`,
    });
    const policies = identity({ Action: 'sqs:*' });
    const open = policyOf({
      Principal: { AWS: roleArn('deploy') },
      Action: 'sqs:ReceiveMessage',
      Resource: '*',
    });
    const known = { keyOf: () => 'none' };
    expect(simulateOperation(policies, receive, known).unknown).toEqual([
      `policy of arn:aws:sqs:${REGION}:444455556666:jobs`,
    ]);
    expect(simulateOperation(policies, receive, { ...known, policyOf: () => open }).answer).toBe('Allow');
    expect(simulateOperation({ ...policies, resource: open }, receive, known).answer).toBe('Allow');
  });

  test('of a bucket are those of its objects', () => {
    const get = callTo('s3:GetObject', { Bucket: 'docs', Key: 'a' });
    const closed = policyOf({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' });
    const policyOfBucket = (arn: string) => (arn === 'arn:aws:s3:::docs' ? closed : undefined);
    const world = { keyOf: () => 'none', policyOf: policyOfBucket };
    expect(simulateOperation(identity({ Action: '*' }), get, world).answer).toBe('Denied');
  });

  test('of a role that is assumed are its trust policy (S172), with what the request says', () => {
    const assume = (input: Readonly<Record<string, unknown>>) =>
      callTo('sts:AssumeRole', { RoleArn: roleArn('ops'), RoleSessionName: 'run1', ...input });
    const trust = policyOf({
      Principal: { AWS: roleArn('deploy') },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
    });
    const policies = identity({ Action: 'sts:*' });
    const world = { trustOf: () => trust };
    expect(simulateOperation(policies, assume({ ExternalId: 'x' }), world).answer).toBe('Allow');
    expect(simulateOperation(policies, assume({ ExternalId: 'y' }), world).answer).toBe('Denied');
    expect(simulateOperation(policies, assume({}), world).answer).toBe('Denied');
    expect(simulateOperation(policies, assume({})).unknown).toEqual([`trust policy of ${roleArn('ops')}`]);
  });
});

describe('resources that are not known', () => {
  test('are allowed by what covers them, denied by what none of them meets', () => {
    const get = callTo('secretsmanager:GetSecretValue', { SecretId: 'db' });
    const under = (Resource: string, Effect = 'Allow') =>
      simulateOperation(
        identity(
          { Action: 'secretsmanager:*', Resource, Effect },
          ...(Effect === 'Deny' ? [{ Action: '*' }] : []),
        ),
        get,
        { keyOf: () => 'none' },
      );
    const secret = (name: string): string => `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${name}`;
    expect(under(secret('db-??????')).answer).toBe('Allow');
    expect(under(secret('db-*')).answer).toBe('Allow');
    expect(under(secret('web-*')).answer).toBe('Denied');
    expect(under(secret('db-AbCdEf'))).toMatchObject({
      answer: 'Depends',
      unknown: ['resource of secretsmanager:GetSecretValue'],
    });
    expect(under(secret('db-*'), 'Deny').answer).toBe('Denied');
    expect(under(secret('db-AbCdEf'), 'Deny').answer).toBe('Depends');
    expect(under(secret('web-*'), 'Deny').answer).toBe('Allow');
  });
});

test('of several services, one of which will assume a role, each is asked whether it may, perhaps', () => {
  const LifecycleHookSpecificationList = [{ RoleARN: roleArn('hook') }];
  const call = callTo('autoscaling:CreateAutoScalingGroup', {
    AutoScalingGroupName: 'g',
    LifecycleHookSpecificationList,
  });
  const trusted = listChecks(call).filter(
    ({ reason, resource }) => reason === 'trust' && resource === roleArn('hook'),
  );
  expect(trusted.map(({ principal, need }) => [principal, need])).toEqual([
    [{ service: 'autoscaling.amazonaws.com' }, 'perhaps'],
    [{ service: 'ec2.amazonaws.com' }, 'perhaps'],
  ]);
});
