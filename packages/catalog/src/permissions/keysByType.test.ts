import { expect, test } from 'vitest';
import { getAction, relevantKeys } from '../index.ts';

// Actions of Amazon ECS whose keys differ by resource type on the page "Actions, resources, and condition keys for
// Amazon Elastic Container Service" (read 2026-11-30): action, type, keys. `R`, `T`, `K` and `t` stand for the tags of the
// request, those of the resource, tag keys, and the tags of the resource as a key of the service.
const PAGE = `
TagResource capacity-provider R T K t ecs:CreateAction
TagResource cluster R T K t ecs:CreateAction
TagResource container-instance R T K t ecs:CreateAction
TagResource daemon R T K ecs:cluster ecs:CreateAction
TagResource daemon-task-definition R T K ecs:CreateAction
TagResource service R T K t ecs:CreateAction
TagResource task R T K t ecs:CreateAction
TagResource task-definition R T K t ecs:CreateAction
TagResource task-set R T K t ecs:CreateAction
UntagResource cluster T K t
UntagResource daemon T K ecs:cluster
UntagResource daemon-task-definition T K
UntagResource task-set T K t
ListTagsForResource cluster T t
ListTagsForResource task-definition T t
DescribeDaemonDeployments daemon T ecs:cluster
DescribeDaemonDeployments daemon-deployment T ecs:cluster ecs:daemon
DescribeDaemonRevisions daemon T ecs:cluster
DescribeDaemonRevisions daemon-revision T ecs:cluster ecs:daemon
DescribeServiceDeployments service T t ecs:cluster
DescribeServiceDeployments service-deployment T ecs:cluster ecs:service
DescribeServiceRevisions service T t ecs:cluster
DescribeServiceRevisions service-revision T ecs:cluster ecs:service
StopServiceDeployment service T t ecs:cluster
StopServiceDeployment service-deployment T ecs:cluster ecs:service
ExecuteCommand cluster T t ecs:cluster ecs:container-name ecs:task
ExecuteCommand task T t ecs:cluster ecs:container-name ecs:task
PutSystemLogEvents cluster T t
PutSystemLogEvents container-instance T t ecs:capacity-provider ecs:cluster
RunTask task-definition R T K t ecs:capacity-provider ecs:cluster ecs:enable-ebs-volumes ecs:enable-execute-command ecs:task-cpu ecs:task-memory
UpdateTaskSet task-set T t ecs:cluster ecs:service
`;
const NAMES: Readonly<Record<string, string>> = {
  R: 'aws:RequestTag/${TagKey}',
  T: 'aws:ResourceTag/${TagKey}',
  K: 'aws:TagKeys',
  t: 'ecs:ResourceTag/${TagKey}',
};
const rows = PAGE.trim()
  .split('\n')
  .map((line) => {
    const [action = '', type = '', ...keys] = line.split(' ');
    return [action, type, keys.map((key) => NAMES[key] ?? key).sort()] as const;
  });

test.each(rows)('`ecs:%s` on a %s has the keys of the page', (action, resourceType, keys) => {
  const found = relevantKeys(`ecs:${action}`, { resourceType }) ?? [];
  const own = found.filter(({ from }) => from !== 'global');
  expect(own.map(({ key }) => key.name).sort()).toEqual(keys);
});

const S3 = [
  's3:ResourceAccount',
  's3:TlsVersion',
  's3:authType',
  's3:signatureAge',
  's3:signatureversion',
  's3:x-amz-content-sha256',
];
const ACCESS_POINT = [
  's3:AccessPointNetworkOrigin',
  's3:AccessPointTag/${TagKey}',
  's3:DataAccessPointAccount',
  's3:DataAccessPointArn',
];

// The same of pages of other services: action, type, keys. The pages also print, for every action, the tags of requests
// that a type lists (`s3:ListTagsForResource` on an access grant), which `relevantKeys` takes from the action alone.
test.each([
  ['ec2:CancelExportTask', 'export-image-task', ['T', 'ec2:Region', 'ec2:ResourceTag/${TagKey}']],
  ['ec2:CopyFpgaImage', 'fpga-image', ['ec2:Owner', 'ec2:Region']],
  ['ec2:CopyImage', 'snapshot', ['R', 'K', 'ec2:Region']],
  ['ec2:CreateCarrierGateway', 'carrier-gateway', ['R', 'K', 'ec2:Region']],
  [
    'ec2:CancelDeclarativePoliciesReport',
    'declarative-policies-report',
    ['T', 'ec2:Region', 'ec2:ResourceTag/${TagKey}'],
  ],
  ['elasticbeanstalk:DescribeEnvironments', 'environment', ['T', 'elasticbeanstalk:InApplication']],
  ['elasticbeanstalk:RemoveTags', 'platform', ['K']],
  ['elasticbeanstalk:RemoveTags', 'environment', ['K', 'T', 'elasticbeanstalk:InApplication']],
  [
    's3:ListMultipartUploadParts',
    'accesspointobject',
    ['T', ...S3, ...ACCESS_POINT, 's3:AccessGrantsInstanceArn', 's3:BucketTag/${TagKey}'],
  ],
  [
    's3:ListMultipartUploadParts',
    'object',
    ['T', ...S3, 's3:AccessGrantsInstanceArn', 's3:BucketTag/${TagKey}'],
  ],
  ['s3:ListTagsForResource', 'accesspoint', ['T', ...S3, ...ACCESS_POINT]],
  ['s3:ListTagsForResource', 'bucket', ['T', ...S3, 's3:BucketTag/${TagKey}']],
  ['s3:PutAccessPointPolicy', 'accesspoint', ['T', ...S3, ...ACCESS_POINT]],
  ['s3:PutAccelerateConfiguration', 'bucket', ['T', ...S3, 's3:BucketTag/${TagKey}']],
  ['elasticache:CopySnapshot', 'snapshot', ['R', 'T', 'K', 'elasticache:KmsKeyId']],
])('`%s` on a %s has the keys of the page', (action, resourceType, keys) => {
  const found = relevantKeys(action, { resourceType }) ?? [];
  const own = found.filter(({ from }) => from !== 'global');
  expect(own.map(({ key }) => key.name).sort()).toEqual(keys.map((key) => NAMES[key] ?? key).sort());
});

test('without a resource type, each key tells the types that it is there for', () => {
  const keys = relevantKeys('ecs:TagResource') ?? [];
  expect(keys.find(({ key }) => key.name === 'ecs:cluster')).toMatchObject({
    from: 'resource',
    resourceTypes: ['daemon'],
  });
  expect(keys.find(({ key }) => key.name === 'ecs:CreateAction')?.from).toBe('action');
});

test('keys that the reference gives for one type of an action stay with that type', () => {
  const ofType = (name: string): readonly string[] =>
    getAction('ec2:RunInstances')?.resourceTypes.find((type) => type.name === name)?.conditionKeys ?? [];
  expect(ofType('volume')).toContain('ec2:VolumeSize');
  expect(ofType('subnet')).not.toContain('ec2:VolumeSize');
  const namesFor = (resourceType: string): readonly string[] =>
    (relevantKeys('ec2:RunInstances', { resourceType }) ?? []).map(({ key }) => key.name);
  expect(namesFor('volume')).toContain('ec2:VolumeSize');
  expect(namesFor('subnet')).not.toContain('ec2:VolumeSize');
  expect(namesFor('subnet')).toContain('ec2:Region');
});

test('a resource type narrows all keys, in any letter case; one that the action does not have, there is none', () => {
  const keys = relevantKeys('s3:GetObject', { resourceType: 'Object' }) ?? [];
  expect(
    keys.every(({ from, resourceTypes }) => from !== 'resource' || resourceTypes.join() === 'object'),
  ).toBe(true);
  expect(keys.some(({ from }) => from === 'global')).toBe(true);
  expect(relevantKeys('s3:GetObject', { resourceType: 'bucket' })).toBeUndefined();
  expect(relevantKeys('ecs:ListClusters', { resourceType: 'cluster' })).toBeUndefined();
});
