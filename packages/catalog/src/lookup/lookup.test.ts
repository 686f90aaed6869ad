import { expect, test } from 'vitest';
import { findConditionKey, getAction, getResourceType, getService } from '../index.ts';

test('S61: a service and an action are found in any letter case', () => {
  expect(getService('ECS')?.name).toBe('Amazon Elastic Container Service');
  expect(getAction('ECS:runtask')?.fullName).toBe('ecs:RunTask');
  expect(getAction('ecs:RunTask')).toBe(getAction('Ecs:RUNTASK'));
});

test('an action has its access level, resource types, condition keys and dependent actions', () => {
  const runTask = getAction('ecs:RunTask');
  expect(runTask?.accessLevels).toEqual(['Write']);
  expect(runTask?.resourceTypes.map(({ name, required }) => [name, required])).toEqual([
    ['task-definition', true],
  ]);
  expect(runTask?.conditionKeys).toContain('ecs:cluster');
  expect(runTask?.dependentActions).toEqual([]);
  expect(runTask?.resourceTypes[0]?.dependentActions).toEqual(['iam:PassRole']);
  expect(runTask?.permissionOnly).toBe(false);
  expect(runTask?.wildcardOnly).toBe(false);
});

test('S47: an action without resource types takes only the wildcard', () => {
  expect(getAction('s3:ListAllMyBuckets')?.wildcardOnly).toBe(true);
  expect(getAction('ecs:ListClusters')?.wildcardOnly).toBe(true);
});

test('access levels are sets: tagging is also a write', () => {
  expect(getAction('ecs:TagResource')?.accessLevels).toEqual(['Write', 'Tagging']);
  expect(getAction('s3:PutBucketPolicy')?.accessLevels).toEqual(['Write', 'Permissions management']);
});

test('facts that the dated source cannot know are undefined, not empty', () => {
  expect(getAction('ecs:CreateDaemon')?.dependentActions).toBeUndefined();
  // Of an action of whose name there is an operation since, that is known.
  expect(getAction('ecs:CreateDaemon')?.permissionOnly).toBe(false);
  expect(getAction('ecs:Poll')?.permissionOnly).toBe(true);
});

test('a resource type has one ARN format or several', () => {
  expect(getResourceType('ecs', 'Task-Definition')?.arnFormats).toEqual([
    'arn:${Partition}:ecs:${Region}:${Account}:task-definition/${TaskDefinitionFamilyName}:${TaskDefinitionRevisionNumber}',
  ]);
  expect(getResourceType('apigateway', 'Stages')?.arnFormats).toEqual([
    'arn:${Partition}:apigateway:${Region}::/apis/${ApiId}/stages',
    'arn:${Partition}:apigateway:${Region}::/restapis/${RestApiId}/stages',
  ]);
  expect(getResourceType('s3', 'bucket')?.arnFormats).toEqual(['arn:${Partition}:s3:::${BucketName}']);
});

test('S73: condition keys are found in any letter case', () => {
  expect(findConditionKey('ECS:Cluster')).toEqual({ name: 'ecs:cluster', type: 'ARN', multivalued: false });
  expect(findConditionKey('AWS:tagkeys')).toMatchObject({
    name: 'aws:TagKeys',
    type: 'String',
    multivalued: true,
  });
});

test('S75: a key with a variable is found by what a policy writes in its place', () => {
  expect(findConditionKey('aws:resourcetag/Cost Centre:x/y')?.name).toBe('aws:ResourceTag/${TagKey}');
  expect(findConditionKey('ecs:ResourceTag/${TagKey}')?.name).toBe('ecs:ResourceTag/${TagKey}');
  expect(findConditionKey('s3:ExistingObjectTag/env')?.name).toBe('s3:ExistingObjectTag/${key}');
  expect(findConditionKey('kms:EncryptionContext:purpose')?.name).toBe(
    'kms:EncryptionContext:${EncryptionContextKey}',
  );
  expect(findConditionKey('aws:ResourceTag/')).toBeUndefined();
});

test('of several templates that match a key the most specific wins', () => {
  expect(findConditionKey('events:Metadata/x/Matcher')?.name).toBe('events:Metadata/${MetadataKey}/Matcher');
  expect(findConditionKey('events:Metadata/x')?.name).toBe('events:Metadata/${MetadataKey}');
});

test('a key whose prefix is no service is found at the service that has it', () => {
  expect(findConditionKey('saml:aud')?.name).toBe('saml:aud');
  expect(findConditionKey('token.actions.githubusercontent.com:actor')?.type).toBe('String');
  expect(findConditionKey('gitlab.com:USER_login')?.name).toBe('gitlab.com:user_login');
  expect(findConditionKey('token.actions.githubusercontent.com/my-org:actor')?.name).toBe(
    'token.actions.githubusercontent.com/${SubPath}:actor',
  );
});

test('unknown names give undefined, whatever they are', () => {
  for (const name of ['', ':', 'x', 'nope:Nope', 'ecs:', 'ecs:RunTask ', '__proto__:x', 'constructor']) {
    expect(getAction(name)).toBeUndefined();
    expect(getService(name)).toBeUndefined();
    expect(findConditionKey(name)).toBeUndefined();
    expect(getResourceType(name, name)).toBeUndefined();
  }
});

test('a service turns into JSON with its lists', () => {
  const copy = JSON.parse(JSON.stringify(getService('ecs'))) as { prefix: string; actions: unknown[] };
  expect(copy.prefix).toBe('ecs');
  expect(copy.actions).toHaveLength(getService('ecs')?.actions.length ?? -1);
});

test('an action is one object, whichever way it is reached first', () => {
  const single = getAction('sqs:SendMessage');
  expect(getService('sqs')?.actions.find((action) => action.name === 'SendMessage')).toBe(single);
  const listed = getService('sns')?.actions.find((action) => action.name === 'Publish');
  expect(getAction('sns:publish')).toBe(listed);
});

test('the claims that every OIDC provider has are found under any address', () => {
  expect(findConditionKey('token.actions.githubusercontent.com:sub')?.name).toBe('${Provider}:sub');
  expect(findConditionKey('oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:AUD')?.name).toBe('${Provider}:aud');
  expect(findConditionKey('accounts.google.com:aud')?.name).toBe('accounts.google.com:aud');
  expect(findConditionKey('oidc.example.com:nope')).toBeUndefined();
  expect(findConditionKey('oidc.example.com:')).toBeUndefined();
  expect(findConditionKey('localhost:sub')).toBeUndefined();
});

test.each([
  ['ssm:resourceTag/team', 'ssm:resourceTag/${TagKey}'],
  ['secretsmanager:resourcetag/team', 'secretsmanager:ResourceTag/tag-key'],
  ['glacier:ResourceTag/team', 'glacier:ResourceTag/'],
])('S75: the reference writes the name of a tag in three ways: %s is %s', (key, name) => {
  expect(findConditionKey(key)?.name).toBe(name);
});
