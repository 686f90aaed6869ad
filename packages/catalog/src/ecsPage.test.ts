import { describe, expect, test } from 'vitest';
import { expandActions, featuresOf, findConditionKey, getResourceType, getService } from './index.ts';

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

  test.each([
    ['aws:RequestTag/${TagKey}', 'String', false],
    ['aws:ResourceTag/${TagKey}', 'String', false],
    ['aws:TagKeys', 'String', true],
    ['ecs:ResourceTag/${TagKey}', 'String', false],
    ['ecs:cluster', 'ARN', false],
    ['ecs:container-instances', 'ARN', false],
    ['ecs:container-name', 'String', false],
    ['ecs:enable-execute-command', 'String', false],
    ['ecs:enable-service-connect', 'String', false],
    ['ecs:namespace', 'ARN', false],
    ['ecs:service', 'ARN', false],
    ['ecs:task-definition', 'ARN', false],
  ])('S189: the condition key %s is of type %s, multivalued: %s', (name, type, multivalued) => {
    expect(getService('ecs')?.conditionKeys).toContainEqual({ name, type, multivalued });
    expect(findConditionKey(name)).toMatchObject({ name, type, multivalued });
  });
});
