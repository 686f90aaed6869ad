import { describe, expect, test } from 'vitest';
import {
  expandActions,
  featuresOf,
  findConditionKey,
  getOperation,
  getResourceType,
  getService,
  operationsOf,
} from './index.ts';

// The page "How Amazon Elastic Container Service works with IAM", element by element.
describe('the page on Amazon ECS and IAM', () => {
  test('the table of IAM features has eleven rows', () => {
    expect((featuresOf('ecs') ?? []).map(({ feature, support }) => [feature, support])).toEqual([
      ['Identity-based policies', 'yes'],
      ['Resource-based policies', 'no'],
      ['Policy actions', 'yes'],
      ['Policy resources', 'partial'],
      ['Policy condition keys', 'yes'],
      ['ACLs', 'no'],
      ['ABAC (tags in policies)', 'yes'],
      ['Temporary credentials', 'yes'],
      ['Principal permissions', 'yes'],
      ['Service roles', 'yes'],
      ['Service-linked roles', 'yes'],
    ]);
  });

  test('actions have the prefix `ecs:`', () => {
    expect(getService('ecs')?.prefix).toBe('ecs');
    expect(expandActions('ecs:*').every((action) => action.startsWith('ecs:'))).toBe(true);
  });

  test('the whole service is `ecs:*`, in any letter case', () => {
    expect(expandActions('ECS:*')).toEqual(
      (getService('ecs')?.actions ?? []).map(({ fullName }) => fullName),
    );
  });

  test('`ecs:Describe*` is every action that begins with the word Describe', () => {
    const described = expandActions('ecs:Describe*');
    expect(described).toContain('ecs:DescribeClusters');
    expect(described).toContain('ecs:DescribeTasks');
    const names = (getService('ecs')?.actions ?? []).map((action) => action.name);
    expect(described).toHaveLength(names.filter((name) => name.startsWith('Describe')).length);
  });

  test('the ARN formats of cluster and task definition', () => {
    expect(getResourceType('ecs', 'cluster')?.arnFormats).toEqual([
      'arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}',
    ]);
    expect(getResourceType('ecs', 'task-definition')?.arnFormats).toEqual([
      'arn:${Partition}:ecs:${Region}:${Account}:task-definition/${TaskDefinitionFamilyName}:${TaskDefinitionRevisionNumber}',
    ]);
  });

  // The ten of the page; the keys of S189 and the tag key that they go with.
  const conditionKeys = [
    ['aws:ResourceTag/${TagKey}', 'String'],
    ['ecs:ResourceTag/${TagKey}', 'String'],
    ['ecs:cluster', 'ARN'],
    ['ecs:container-instances', 'ARN'],
    ['ecs:container-name', 'String'],
    ['ecs:enable-execute-command', 'String'],
    ['ecs:enable-service-connect', 'String'],
    ['ecs:namespace', 'ARN'],
    ['ecs:service', 'ARN'],
    ['ecs:task-definition', 'ARN'],
  ] as const;

  test.each(conditionKeys)('S189: the condition key %s is of type %s and has one value', (name, type) => {
    expect(getService('ecs')?.conditionKeys).toContainEqual({ name, type, multivalued: false });
    expect(findConditionKey(name)).toMatchObject({ name, type, multivalued: false });
  });

  // Beyond the ten: the keys of requests that pass tags, which every service with tags has.
  test.each([
    ['aws:RequestTag/${TagKey}', 'String', false],
    ['aws:TagKeys', 'String', true],
  ])('S182: the condition key %s of tagging is of type %s, several values: %s', (name, type, multivalued) => {
    expect(getService('ecs')?.conditionKeys).toContainEqual({ name, type, multivalued });
    expect(findConditionKey(name)).toMatchObject({ name, type, multivalued });
  });

  test('the other keys of today are newer than the page', () => {
    const known = [
      ...conditionKeys.map(([name]) => name as string),
      'aws:RequestTag/${TagKey}',
      'aws:TagKeys',
    ];
    const others = getService('ecs')?.conditionKeys.filter(({ name }) => !known.includes(name)) ?? [];
    expect(others.map(({ name }) => name)).toContain('ecs:enable-vpc-lattice');
    expect(others.every(({ name }) => name.startsWith('ecs:'))).toBe(true);
    expect(others).toHaveLength(19);
  });
});

// The table "API operations" of the reference's page on Amazon ECS: every operation with more than its own action.
describe('the operations of Amazon ECS', () => {
  const TAGS = 'ecs:TagResource';
  const TASKS = 'iam:PassRole to ecs-tasks';
  const BOTH = 'iam:PassRole to ecs-tasks, ecs';
  const ECS = 'iam:PassRole to ecs';
  const PUT = 'ecs:PutClusterCapacityProviders';

  const table: readonly (readonly [operation: string, ...besides: string[]])[] = [
    ['CreateCapacityProvider', PUT, TAGS, ECS],
    ['CreateCluster', TAGS],
    ['CreateDaemon', TAGS, TASKS],
    ['CreateExpressGatewayService', 'ecs:CreateCluster', 'ecs:RegisterTaskDefinition', TAGS, BOTH],
    ['CreateService', TAGS, BOTH],
    ['CreateTaskSet', TAGS, TASKS],
    ['DeleteCapacityProvider', PUT],
    ['RegisterContainerInstance', TAGS],
    ['RegisterDaemonTaskDefinition', TAGS, TASKS],
    ['RegisterTaskDefinition', TAGS, TASKS],
    ['RunTask', TAGS, BOTH],
    ['StartTask', TAGS, BOTH],
    ['UpdateCapacityProvider', PUT, ECS],
    ['UpdateDaemon', TASKS],
    ['UpdateExpressGatewayService', 'ecs:RegisterTaskDefinition', BOTH],
    ['UpdateService', BOTH],
  ];

  test('those that can need more than their own action are the sixteen of the page', () => {
    expect(
      operationsOf('ecs')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(table.map(([name]) => name));
  });

  test.each(table)('%s', (name, ...besides) => {
    const [own, ...others] = getOperation(`ecs:${name}`)?.permissions ?? [];
    expect(own).toEqual({
      action: `ecs:${name}`,
      need: 'always',
      members: [],
      unless: [],
      conditions: {},
    });
    const shown = others.map(({ action, conditions }) => {
      const services = (conditions['iam:PassedToService'] ?? []).map((service) =>
        service.replace('.amazonaws.com', ''),
      );
      return services.length === 0 ? action : `${action} to ${services.join(', ')}`;
    });
    expect(shown.toSorted()).toEqual(besides.toSorted());
  });

  test('every other one asks for the action of its name, and the page that was read says so', () => {
    const listed = new Set(table.map(([name]) => name));
    const rest = (getService('ecs')?.actions ?? []).filter(
      ({ name, permissionOnly }) => permissionOnly === false && !listed.has(name),
    );
    expect(rest).toHaveLength(61);
    for (const { fullName } of rest) {
      const operation = getOperation(fullName);
      expect(operation?.permissions.map(({ action }) => action)).toEqual([fullName]);
      expect(operation?.source?.url).toBe(
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ecs.html#list_ecs-operations',
      );
    }
  });
});
