import { expect, test } from 'vitest';
import {
  arnVariables,
  formatResourceArn,
  getResourceType,
  matchResource,
  type ResourceType,
} from '../index.ts';

const typesOf = (arn: string): readonly string[] =>
  matchResource(arn).map(({ type }) => `${type.service}:${type.name}`);
const typeOf = (prefix: string, name: string): ResourceType => {
  const type = getResourceType(prefix, name);
  if (type === undefined) throw new Error(`no type ${prefix}:${name}`);
  return type;
};

test('S42: an ARN is read as a resource type, with the variables of its format', () => {
  expect(matchResource('arn:aws:ecs:us-east-1:111122223333:task-definition/web:7')).toEqual([
    {
      type: getResourceType('ecs', 'task-definition'),
      format:
        'arn:${Partition}:ecs:${Region}:${Account}:task-definition/${TaskDefinitionFamilyName}:${TaskDefinitionRevisionNumber}',
      variables: {
        Partition: 'aws',
        Region: 'us-east-1',
        Account: '111122223333',
        TaskDefinitionFamilyName: 'web',
        TaskDefinitionRevisionNumber: '7',
      },
    },
  ]);
});

test('S55: a bucket is no object, and a key with slashes is one', () => {
  expect(typesOf('arn:aws:s3:::my-bucket')[0]).toBe('s3:bucket');
  expect(typesOf('arn:aws:s3:::my-bucket')).not.toContain('s3:object');
  expect(typesOf('arn:aws:s3:::my-bucket/a/b.txt')).toEqual(['s3:object']);
  expect(matchResource('arn:aws:s3:::my-bucket/a/b.txt')[0]?.variables).toMatchObject({
    BucketName: 'my-bucket',
    ObjectName: 'a/b.txt',
  });
});

test('S43: an empty region or account is a value of its own', () => {
  expect(typesOf('arn:aws:s3:us-east-1::my-bucket')).not.toContain('s3:bucket');
  expect(typesOf('arn:aws:iam::123456789012:role/Admin')).toContain('iam:role');
  expect(typesOf('arn:aws:iam:us-east-1:123456789012:role/Admin')).not.toContain('iam:role');
});

test('names that hold separators are found where no other reading is left', () => {
  expect(typesOf('arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/f')).toContain('logs:log-group');
  expect(typesOf('arn:aws:ecr:eu-west-1:123456789012:repository/team/app')).toEqual(['ecr:repository']);
});

test('the service that the ARN names comes before those that refer to it', () => {
  const roles = typesOf('arn:aws:iam::123456789012:role/ops/deploy');
  expect(roles[0]).toBe('iam:role');
  expect(roles).toContain('ec2:role');
});

test('a reading without separators in names wins', () => {
  expect(typesOf('arn:aws:ecs:us-east-1:123456789012:service/web/api')).toEqual(['ecs:service']);
  expect(typesOf('arn:aws:ecs:us-east-1:123456789012:task/web/0123')).toEqual(['ecs:task']);
});

test('where every reading has a separator in a name, one that another continues is left out', () => {
  const analyzer = 'arn:aws:access-analyzer:us-east-1:123456789012:analyzer/team/a';
  expect(typesOf(analyzer)).toEqual(['access-analyzer:Analyzer']);
  expect(typesOf(`${analyzer}/archive-rule/b`)).toEqual(['access-analyzer:ArchiveRule']);
});

test('S44: any partition is one', () => {
  expect(typesOf('arn:aws-cn:ecs:cn-north-1:123456789012:cluster/c')).toEqual(['ecs:cluster']);
});

test('what is no ARN of the catalog has no readings', () => {
  for (const text of [
    '',
    'arn',
    '*',
    'arn:aws:nope:::x',
    'arn:aws:ecs:us-east-1:1:nope/x',
    'x:aws:ecs:r:1:cluster/c',
  ]) {
    expect(typesOf(text).filter((type) => !type.startsWith('backup:'))).toEqual([]);
  }
});

test('an ARN is made of the variables of a format', () => {
  const variables = { Region: 'eu-west-1', Account: '123456789012', ClusterName: 'web' };
  expect(formatResourceArn(typeOf('ecs', 'cluster'), variables)).toBe(
    'arn:aws:ecs:eu-west-1:123456789012:cluster/web',
  );
  expect(formatResourceArn(typeOf('ecs', 'cluster'), { ...variables, Partition: 'aws-cn' })).toMatch(
    /^arn:aws-cn:/,
  );
  expect(formatResourceArn(typeOf('s3', 'object'), { BucketName: 'b', ObjectName: '*' })).toBe(
    'arn:aws:s3:::b/*',
  );
});

test('of several formats the first whose variables are given is taken', () => {
  const stages = typeOf('apigateway', 'Stages');
  expect(formatResourceArn(stages, { Region: 'eu-west-1', RestApiId: 'abc' })).toBe(
    'arn:aws:apigateway:eu-west-1::/restapis/abc/stages',
  );
  expect(arnVariables(stages)).toEqual(['Partition', 'Region', 'ApiId', 'RestApiId']);
});

test('a missing variable, or a colon that would move the fields, gives no ARN', () => {
  expect(
    formatResourceArn(typeOf('ecs', 'cluster'), { Region: 'eu-west-1', ClusterName: 'web' }),
  ).toBeUndefined();
  expect(
    formatResourceArn(typeOf('ecs', 'cluster'), { Region: 'r', Account: 'a:b', ClusterName: 'c' }),
  ).toBeUndefined();
  expect(
    formatResourceArn(typeOf('ecs', 'cluster'), { Region: 'r', Account: '', ClusterName: 'c' }),
  ).toBeUndefined();
  expect(
    formatResourceArn(typeOf('s3', 'bucket'), Object.create({ BucketName: 'b' }) as Record<string, string>),
  ).toBeUndefined();
});
