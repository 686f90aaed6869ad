import { describe, expect, test } from 'vitest';
import { describeService, FEATURE_NAMES, getService, services, type ServiceDescription } from '../index.ts';

function described(prefix: string): ServiceDescription {
  const description = describeService(prefix);
  if (description === undefined) throw new Error(`no service ${prefix}`);
  return description;
}

describe('how Amazon ECS works with IAM', () => {
  const ecs = described('ECS');

  test('its name, its page and the eleven features', () => {
    expect([ecs.prefix, ecs.name]).toEqual(['ecs', 'Amazon Elastic Container Service']);
    expect(ecs.pages.map(({ name }) => name)).toEqual(['list_ecs']);
    expect(ecs.features.map(({ feature }) => feature)).toEqual(FEATURE_NAMES);
  });

  test('resources have no policies, and RCPs do not apply', () => {
    expect(ecs.resourcePolicies).toEqual({
      operation: undefined,
      resourceControlPolicies: false,
      source: undefined,
    });
  });

  test('actions by level, the patterns of verbs, and what takes only `*`', () => {
    const { all, byAccessLevel, wildcards, wildcardOnly, permissionOnly } = ecs.actions;
    expect(all).toHaveLength(getService('ecs')?.actions.length ?? 0);
    expect(all.find(({ name }) => name === 'RunTask')).toMatchObject({
      fullName: 'ecs:RunTask',
      url: expect.stringMatching(/#list_ecs-action-RunTask$/),
    });
    expect(byAccessLevel.map(({ accessLevel, actions }) => [accessLevel, actions.length])).toEqual([
      ['List', 12],
      ['Read', 17],
      ['Write', 52],
      ['Permissions management', 1],
      ['Tagging', 2],
    ]);
    expect(wildcards.slice(0, 3)).toEqual([
      { pattern: 'ecs:Describe*', actions: 14 },
      { pattern: 'ecs:List*', actions: 14 },
      { pattern: 'ecs:Update*', actions: 11 },
    ]);
    expect(wildcards.at(-1)).toEqual({ pattern: 'ecs:Stop*', actions: 2 });
    expect(wildcardOnly).toHaveLength(14);
    expect(permissionOnly).toEqual([
      'ecs:AllowVendedLogDeliveryForResource',
      'ecs:Poll',
      'ecs:PutSystemLogEvents',
      'ecs:StartTelemetrySession',
    ]);
  });

  test('S180: what operations need more than their own action, and who needs it', () => {
    const runTask = ecs.actions.operations.find(({ name }) => name === 'RunTask');
    expect(runTask?.permissions.slice(0, 4)).toEqual([
      { action: 'ecs:RunTask', holder: 'caller', need: 'always', conditions: {} },
      {
        action: 'ecs:TagResource',
        holder: 'caller',
        need: 'thisCall',
        when: 'the request has `tags`',
        conditions: {},
      },
      expect.objectContaining({
        action: 'iam:PassRole',
        holder: 'caller',
        need: 'thisCall',
        conditions: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com', 'ecs.amazonaws.com'] },
      }),
      {
        action: 'ecr:BatchGetImage',
        holder: 'role',
        need: 'thisCall',
        when: 'an image is in a private Amazon ECR repository',
        conditions: {},
      },
    ]);
    expect(runTask?.url).toMatch(/#list_ecs-operations$/);
    expect(runTask?.source?.read).toBe(true);
    expect(ecs.actions.operations.map(({ name }) => name)).not.toContain('ListClusters');
  });

  test('a resource type with its ARN format, its actions and its entry', () => {
    const cluster = ecs.resourceTypes.find(({ name }) => name === 'cluster');
    expect(cluster?.arnFormats).toEqual(['arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}']);
    expect(cluster?.actions).toContain('ecs:CreateCluster');
    expect(cluster?.actions).not.toContain('ecs:ListClusters');
    expect(cluster?.url).toMatch(/#list_ecs-resource-cluster$/);
  });

  test('the service’s own keys come first, each with what has it', () => {
    const own = ecs.conditionKeys.map((key) => key.own);
    expect(own.lastIndexOf(true)).toBe(own.indexOf(false) - 1);
    expect(ecs.conditionKeys.filter((key) => !key.own).map(({ name }) => name)).toEqual([
      'aws:RequestTag/${TagKey}',
      'aws:ResourceTag/${TagKey}',
      'aws:TagKeys',
    ]);
    const tag = ecs.conditionKeys.find(({ name }) => name === 'ecs:ResourceTag/${TagKey}');
    expect(tag).toMatchObject({ type: 'String', multivalued: false, own: true });
    expect(tag?.resourceTypes).toContain('cluster');
    expect(tag?.actions).toContain('ecs:RunTask');
    expect(tag?.actions).not.toContain('ecs:ListClusters');
  });

  test('S182: which types have tags, which actions carry them, and which are actions of tagging', () => {
    expect(ecs.tags.keys).toEqual([
      'aws:RequestTag/${TagKey}',
      'aws:ResourceTag/${TagKey}',
      'aws:TagKeys',
      'ecs:ResourceTag/${TagKey}',
    ]);
    expect(ecs.tags.resourceTypes.find(({ name }) => name === 'cluster')?.keys).toEqual([
      'aws:ResourceTag/${TagKey}',
      'ecs:ResourceTag/${TagKey}',
    ]);
    expect(ecs.tags.onCreate).toContain('ecs:CreateCluster');
    expect(ecs.tags.onCreate).not.toContain('ecs:TagResource');
    expect(ecs.tags.tagging).toEqual(['ecs:TagResource', 'ecs:UntagResource']);
  });

  test('S176: a role by its parameter, with the service that assumes it', () => {
    expect(
      ecs.serviceRoles.map(({ operation, parameter, passedToServices }) => [
        operation,
        parameter,
        ...passedToServices,
      ]),
    ).toContainEqual(['ecs:RunTask', 'overrides.taskRoleArn', 'ecs-tasks.amazonaws.com']);
    expect(ecs.roleTakingActions).toEqual(['ecs:CreateDaemon', 'ecs:UpdateDaemon']);
  });

  test('S177, S178: the service-linked roles, and where forward access is stated', () => {
    expect(ecs.serviceLinkedRoles.map(({ roleName }) => roleName)).toContain('AWSServiceRoleForECS');
    expect(ecs.forwardAccess?.page).toBe('How Amazon Elastic Container Service works with IAM');
  });
});

test('a pattern is of a whole verb', () => {
  const patterns = described('kms').actions.wildcards.map(({ pattern }) => pattern);
  expect(patterns).toContain('kms:List*');
  expect(patterns).not.toContain('kms:Re*');
});

test('an operation asks for actions of another name', () => {
  const reEncrypt = described('kms').actions.operations.find(({ name }) => name === 'ReEncrypt');
  expect(reEncrypt?.permissions.map(({ action, need }) => [action, need])).toEqual([
    ['kms:ReEncryptFrom', 'always'],
    ['kms:ReEncryptTo', 'always'],
  ]);
  const list = described('s3').actions.operations.find(({ name }) => name === 'ListObjectsV2');
  expect(list?.permissions[0]).toEqual({
    action: 's3:ListBucket',
    holder: 'caller',
    need: 'always',
    conditions: {},
  });
});

test('a service that the catalog does not have is not described', () => {
  expect(describeService('nope')).toBeUndefined();
});

test('every service is described, as data that JSON takes', () => {
  const nowhere: string[] = [];
  for (const { prefix } of services()) {
    const { conditionKeys, resourceTypes, ...others } = described(prefix);
    expect(JSON.parse(JSON.stringify(others)), prefix).toMatchObject({ prefix });
    for (const { url } of [...resourceTypes, ...conditionKeys]) expect(url, prefix).toMatch(/^https:/);
    const without = conditionKeys.filter((key) => key.actions.length + key.resourceTypes.length === 0);
    nowhere.push(...without.map(({ name }) => name));
  }
  // The reference lists these and no action that has them.
  expect(nowhere).toContain('airflow:TeamNames');
  expect(nowhere.length).toBeLessThanOrEqual(100);
});
