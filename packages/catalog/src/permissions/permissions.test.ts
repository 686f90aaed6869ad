import { expect, test } from 'vitest';
import {
  dependentActions,
  getAction,
  getOperation,
  getResourceType,
  relevantKeys,
  requiredPermissions,
  services,
  type OperationOptions,
} from '../index.ts';

const ROLE = 'arn:aws:iam::123456789012:role/task';
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function actionsOf(operation: string, options?: OperationOptions): readonly string[] {
  return (requiredPermissions(operation, options) ?? []).map(({ action }) => action);
}

test('S180: RunTask with a task role needs `iam:PassRole` on that role, for the service that assumes it', () => {
  expect(requiredPermissions('ecs:runtask', { roles: [ROLE] })).toEqual([
    {
      action: 'ecs:RunTask',
      reason: 'operation',
      need: 'always',
      neededBy: 'ecs:RunTask',
      whenResourceType: undefined,
      when: undefined,
      members: [],
      resources: [
        'arn:${Partition}:ecs:${Region}:${Account}:task-definition/${TaskDefinitionFamilyName}:${TaskDefinitionRevisionNumber}',
      ],
      conditions: {},
    },
    {
      action: 'iam:PassRole',
      reason: 'dependent',
      need: 'thisCall',
      neededBy: 'ecs:RunTask',
      whenResourceType: undefined,
      when: 'the request has `overrides.executionRoleArn` or `overrides.taskRoleArn` or `volumeConfigurations.managedEBSVolume.roleArn`',
      members: [
        'overrides.executionRoleArn',
        'overrides.taskRoleArn',
        'volumeConfigurations.managedEBSVolume.roleArn',
      ],
      resources: [ROLE],
      conditions: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'] },
    },
  ]);
});

test('without known roles the resource is the ARN format of roles', () => {
  const pass = requiredPermissions('lambda:CreateFunction')?.find(({ action }) => action === 'iam:PassRole');
  expect(pass?.resources).toEqual(['arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}']);
  expect(pass?.conditions).toEqual({ 'iam:PassedToService': ['lambda.amazonaws.com'] });
});

test('S180: where only a guide names the service that a role is for, the condition has it; else there is none', () => {
  const conditions = (operation: string): unknown =>
    requiredPermissions(operation)?.find(({ action }) => action === 'iam:PassRole')?.conditions;
  expect(conditions('cognito-identity:SetIdentityPoolRoles')).toEqual({
    'iam:PassedToService': ['cognito-identity.amazonaws.com'],
  });
  expect(conditions('codebuild:CreateFleet')).toEqual({});
});

test('S180: a call that passes tags needs `TagResource` too', () => {
  const actions = (tags: boolean): readonly string[] =>
    (requiredPermissions('ecs:CreateCluster', { tags }) ?? []).map(({ action }) => action);
  expect(actions(true)).toContain('ecs:TagResource');
  expect(actions(false)).not.toContain('ecs:TagResource');
});

test('S180: of an operation whose page was read, no tagging is guessed beside what the page says', () => {
  const read = services()
    .flatMap(({ actions }) => actions.map(({ fullName }) => fullName))
    .filter((name) => getOperation(name)?.source !== undefined);
  expect(read.length).toBeGreaterThan(100);
  const taggable = read.filter((name) => getAction(name)?.conditionKeys.includes('aws:RequestTag/${TagKey}'));
  expect(taggable.length).toBeGreaterThan(20);
  for (const name of taggable) {
    const listed = new Set(getOperation(name)?.permissions.map(({ action }) => action));
    const tagging = requiredPermissions(name, { tags: true })?.filter(({ reason }) => reason === 'tagging');
    expect([name, tagging?.filter(({ action }) => !listed.has(action))]).toEqual([name, []]);
  }
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

test('S180: what is encrypted with a KMS key needs that key', () => {
  expect(actionsOf('s3:PutObject')).toEqual(['s3:PutObject']);
  expect(requiredPermissions('s3:PutObject', { kmsKeys: [KEY] })?.slice(1)).toEqual([
    {
      action: 'kms:Decrypt',
      reason: 'dependent',
      need: 'thisCall',
      neededBy: 's3:PutObject',
      whenResourceType: undefined,
      when: 'a customer managed key encrypts the object, uploaded in parts',
      members: [],
      resources: [KEY],
      conditions: {},
    },
    {
      action: 'kms:GenerateDataKey',
      reason: 'dependent',
      need: 'thisCall',
      neededBy: 's3:PutObject',
      whenResourceType: undefined,
      when: 'a customer managed key encrypts the object',
      members: [],
      resources: [KEY],
      conditions: {},
    },
  ]);
  expect(actionsOf('kms:Decrypt', { kmsKeys: [KEY] })).toEqual(['kms:Decrypt']);
});

test('S180: what only some calls need is listed on request, with the dependents of that', () => {
  const needed = requiredPermissions('cloudformation:CreateStack', { conditional: true }) ?? [];
  const find = (name: string): unknown => needed.find(({ action }) => action === name);
  expect(find('s3:GetObject')).toMatchObject({
    neededBy: 'cloudformation:CreateStack',
    when: 'the template is in an S3 bucket',
  });
  expect(find('kms:Decrypt')).toMatchObject({
    neededBy: 's3:GetObject',
    resources: ['arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}'],
  });
  expect(find('iam:PassRole')).toMatchObject({ need: 'thisCall', when: 'the request has `RoleARN`' });
});

test('a role that every call has to name needs `iam:PassRole` always', () => {
  const need = (operation: string): unknown =>
    requiredPermissions(operation)?.find(({ action }) => action === 'iam:PassRole')?.need;
  expect(need('lambda:CreateFunction')).toBe('always');
  expect(need('ecs:RunTask')).toBe('thisCall');
  // An action that stands in AWS's table without a member that brings it is not called needed.
  expect(need('sns:CreateTopic')).toBe('perhaps');
});

test('an operation without an action of its name needs what AWS authorises in its place', () => {
  expect(requiredPermissions('s3:ListObjectsV2')?.map(({ action, need }) => [action, need])).toEqual([
    ['s3:ListBucket', 'always'],
  ]);
  expect(requiredPermissions('s3:CopyObject')?.map(({ action }) => action)).toEqual([
    's3:GetObject',
    's3:PutObject',
  ]);
  expect(requiredPermissions('dynamodb:ExecuteStatement')?.map(({ action, need }) => [action, need])).toEqual(
    ['Delete', 'Insert', 'Select', 'Update'].map((verb) => [`dynamodb:PartiQL${verb}`, 'thisCall']),
  );
});

test('what a version is asked for in place of is needed by calls without one', () => {
  const of = (conditional: boolean): unknown =>
    requiredPermissions('s3:GetObjectAcl', { conditional })?.map(({ action, reason, when }) => [
      action,
      reason,
      when,
    ]);
  const own = ['s3:GetObjectAcl', 'operation', 'the request has no `VersionId`'];
  expect(of(false)).toEqual([own]);
  expect(of(true)).toEqual(
    expect.arrayContaining([own, ['s3:GetObjectVersionAcl', 'dependent', 'the request has `VersionId`']]),
  );
});

test('what every call needs is listed without being asked for', () => {
  expect(actionsOf('backup:CreateBackupVault')).toEqual([
    'backup:CreateBackupVault',
    'backup-storage:MountCapsule',
  ]);
});

test('S180: a call that passes tags needs the tagging action that is curated for it', () => {
  expect(actionsOf('s3:PutObject', { tags: true })).toEqual(['s3:PutObject', 's3:PutObjectTagging']);
});

test('what a role needs is not asked of the caller', () => {
  expect(actionsOf('ecs:RunTask', { conditional: true })).not.toContain('ecr:BatchGetImage');
});

test('the closure over every curated operation ends, with each action once', () => {
  for (const { action } of dependentActions()) {
    const actions = actionsOf(action, { conditional: true, tags: true, kmsKeys: [KEY] });
    expect(actions[0]).toBe(action);
    expect(new Set(actions).size).toBe(actions.length);
  }
});

test('no action has a key twice, however the reference spells it', () => {
  const twice = services().flatMap(({ actions }) =>
    actions.flatMap(({ fullName }) => {
      const names = (relevantKeys(fullName) ?? []).map(({ key }) => key.name.toLowerCase());
      return new Set(names).size === names.length ? [] : [fullName];
    }),
  );
  expect(twice).toEqual([]);
});

test('what a call makes is what it needs to tag, not every type that can be tagged', () => {
  const tagging = requiredPermissions('ec2:RunInstances')?.find(({ action }) => action === 'ec2:CreateTags');
  const types = tagging?.resources.map((format) => format.split(':').at(-1)?.split('/')[0]) ?? [];
  expect(types).toEqual(expect.arrayContaining(['instance', 'volume', 'network-interface']));
  expect(types).not.toContain('vpc');
  expect(types.length).toBeLessThan(20);
});

test('S180: a call of a function URL needs to invoke the function, too', () => {
  expect(requiredPermissions('lambda:InvokeFunctionUrl')?.map(({ action, when }) => [action, when])).toEqual([
    ['lambda:InvokeFunctionUrl', undefined],
    ['lambda:InvokeFunction', undefined],
  ]);
});

test('an action that tags can itself be on each of its types', () => {
  const tagging = services()
    .flatMap(({ actions }) => actions)
    .filter(({ accessLevels, wildcardOnly }) => accessLevels.includes('Tagging') && !wildcardOnly);
  expect(tagging.length).toBeGreaterThan(300);
  for (const { fullName, service, resourceTypes } of tagging) {
    const formats = resourceTypes.flatMap(({ name }) => getResourceType(service, name)?.arnFormats ?? []);
    const [own] = requiredPermissions(fullName) ?? [];
    expect(new Set(own?.resources), fullName).toEqual(new Set(formats));
  }
});
