import { expect, test } from 'vitest';
import { relevantKeys, requiredPermissions } from '../index.ts';

const ROLE = 'arn:aws:iam::123456789012:role/task';

test('S180: RunTask with a task role needs `iam:PassRole` on that role, for the service that assumes it', () => {
  expect(requiredPermissions('ecs:runtask', { roles: [ROLE] })).toEqual([
    {
      action: 'ecs:RunTask',
      reason: 'operation',
      neededBy: 'ecs:RunTask',
      whenResourceType: undefined,
      resources: [
        'arn:${Partition}:ecs:${Region}:${Account}:task-definition/${TaskDefinitionFamilyName}:${TaskDefinitionRevisionNumber}',
      ],
      conditions: {},
    },
    {
      action: 'iam:PassRole',
      reason: 'dependent',
      neededBy: 'ecs:RunTask',
      whenResourceType: undefined,
      resources: [ROLE],
      conditions: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] },
    },
  ]);
});

test('without known roles the resource is the ARN format of roles', () => {
  const pass = requiredPermissions('lambda:CreateFunction')?.find(({ action }) => action === 'iam:PassRole');
  expect(pass?.resources).toEqual(['arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}']);
  expect(pass?.conditions).toEqual({ 'iam:PassedToService': ['lambda.amazonaws.com'] });
});

test('S180: a call that passes tags needs `TagResource` too', () => {
  const actions = (tags: boolean): readonly string[] =>
    (requiredPermissions('ecs:CreateCluster', { tags }) ?? []).map(({ action }) => action);
  expect(actions(true)).toContain('ecs:TagResource');
  expect(actions(false)).not.toContain('ecs:TagResource');
});

test('S177: a service-linked role is made for one service', () => {
  const linked = requiredPermissions('autoscaling:CreateAutoScalingGroup')?.find(
    ({ action }) => action === 'iam:CreateServiceLinkedRole',
  );
  expect(linked?.conditions).toEqual({ 'iam:AWSServiceName': ['autoscaling.amazonaws.com'] });
  expect(linked?.resources).toEqual([
    'arn:${Partition}:iam::${Account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling*',
  ]);
});

test('dependents of dependents are followed, each action once', () => {
  const actions = (
    requiredPermissions('apigateway:CreateAccessAssociation') ??
    requiredPermissions('ec2:RunInstances') ??
    []
  ).map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
});

test('S47: an action without resource types needs `*`', () => {
  expect(requiredPermissions('ecs:ListClusters')?.[0]?.resources).toEqual(['*']);
});

test('an action that the catalog does not have has neither permissions nor keys', () => {
  expect(requiredPermissions('ecs:Nope')).toBeUndefined();
  expect(relevantKeys('ecs:Nope')).toBeUndefined();
});

test('the keys of an action, of its resources, and those of every service', () => {
  const keys = relevantKeys('ecs:RunTask') ?? [];
  const from = (name: string): string | undefined => keys.find(({ key }) => key.name === name)?.from;
  expect(from('ecs:cluster')).toBe('action');
  expect(from('ecs:ResourceTag/${TagKey}')).toBe('resource');
  expect(from('aws:PrincipalArn')).toBe('global');
  expect(keys.find(({ key }) => key.name === 'ecs:ResourceTag/${TagKey}')?.resourceTypes).toEqual([
    'task-definition',
  ]);
});

test('S182: tag keys are relevant only for actions that list them', () => {
  const names = (relevantKeys('ecs:ListClusters') ?? []).map(({ key }) => key.name);
  expect(names).toContain('aws:SourceIp');
  expect(names).not.toContain('aws:RequestTag/${TagKey}');
  expect(names).not.toContain('aws:ResourceTag/${TagKey}');
});
