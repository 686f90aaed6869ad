import { describe, expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

/** What a query prints, in rows and cells. */
async function rows(...query: string[]): Promise<string[][]> {
  const { exitCode, stdout, stderr } = await runInMemory(['catalog', ...query]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

async function json(...query: string[]): Promise<unknown> {
  const { stdout } = await runInMemory(['catalog', ...query, '--format', 'json']);
  return JSON.parse(stdout);
}

describe('what is there is found', () => {
  test('services, all of them or by a text in prefix or name', async () => {
    expect(await rows('services')).toHaveLength(456);
    expect(await rows('services', 'ELASTIC container service')).toContainEqual([
      'ecs',
      'Amazon Elastic Container Service',
    ]);
    expect(await json('services', 'container')).toContainEqual(expect.objectContaining({ prefix: 'ecs' }));
  });

  test('S61: an action in any letter case', async () => {
    const facts = await rows('action', 'ECS:runtask');
    expect(facts).toContainEqual(['action', 'ecs:RunTask']);
    expect(facts).toContainEqual(['words made from the name', 'run task']);
    expect(await json('action', 'ecs:RunTask')).toMatchObject({ wordsFromName: 'run task' });
    expect(facts).toContainEqual(['condition key', 'ecs:cluster']);
    expect(await json('action', 'ecs:RunTask')).toMatchObject({
      fullName: 'ecs:RunTask',
      accessLevels: ['Write'],
    });
  });

  test('S47: an action without resource types shows the resource *', async () => {
    expect(await rows('action', 'ecs:ListClusters')).toContainEqual(['resource', '* only']);
    expect(await rows('actions', 'ecs:ListClusters')).toEqual([['ecs:ListClusters', 'List', '*']]);
  });

  test('S63: the actions that a pattern matches; a prefix alone stands for the whole service', async () => {
    expect((await rows('actions', 'ecs:*Clusters')).map(([name]) => name)).toEqual([
      'ecs:DescribeClusters',
      'ecs:ListClusters',
    ]);
    expect(await rows('actions', 'ecs')).toEqual(await rows('actions', 'ecs:*'));
  });

  test('resource types with their ARN formats', async () => {
    expect(await rows('resources', 'ecs')).toContainEqual([
      'cluster',
      'arn:${Partition}:ecs:${Region}:${Account}:cluster/${ClusterName}',
    ]);
  });

  test('S75: a condition key as a policy writes it', async () => {
    expect(await rows('keys', 'aws:resourcetag/team')).toEqual([
      [
        'aws:ResourceTag/${TagKey}',
        'String',
        'one',
        'any',
        'the resource has this tag, for actions that support it',
      ],
    ]);
    expect(await rows('keys', 'ecs')).toContainEqual(['ecs:cluster', 'ARN', 'one']);
  });

  test('S125: the global keys, with the callers that have them and when', async () => {
    const keys = await rows('keys', 'aws');
    expect(keys).toContainEqual(['aws:username', 'String', 'one', 'user', 'the caller is an IAM user']);
    expect(keys.find(([name]) => name === 'aws:TagKeys')?.[2]).toBe('many');
  });

  test('expand prints each action once', async () => {
    expect(await rows('expand', 'ecs:RunTask', 'ecs:Run*')).toEqual([['ecs:RunTask']]);
  });

  test('shrink undoes expand, also through a pipe', async () => {
    const { stdout } = await runInMemory(['catalog', 'expand', 'ecs:Describe*']);
    const shrunk = await runInMemory(['catalog', 'shrink', '-'], { stdin: stdout });
    expect(shrunk.stdout).toBe('ecs:Describe*\n');
    expect(await rows('shrink', 'ecs:RunTask', '--shortest')).toEqual([['ecs:Ru*']]);
  });

  test('the resource type of an ARN', async () => {
    expect(await json('arn', 'arn:aws:ecs:eu-central-1:111122223333:service/shop/web')).toEqual([
      expect.objectContaining({
        service: 'ecs',
        resourceType: 'service',
        variables: expect.objectContaining({ ClusterName: 'shop', ServiceName: 'web' }),
      }),
    ]);
  });

  test('S180: the permissions of an operation', async () => {
    const needed = await rows('permissions', 'ecs:RunTask', '--roles', 'arn:aws:iam::111122223333:role/web');
    expect(needed).toContainEqual([
      'iam:PassRole',
      'dependent of ecs:RunTask',
      'arn:aws:iam::111122223333:role/web',
      'iam:PassedToService=ecs-tasks.amazonaws.com,ecs.amazonaws.com',
      'the request has `overrides.executionRoleArn` or `overrides.taskRoleArn` or `volumeConfigurations.managedEBSVolume.roleArn`',
      'thisCall',
    ]);
  });

  test('S180: the key that encrypts what an operation writes', async () => {
    const key = 'arn:aws:kms:eu-central-1:111122223333:key/shop';
    expect(await rows('permissions', 's3:PutObject', '--kms-keys', key)).toContainEqual([
      'kms:GenerateDataKey',
      'dependent of s3:PutObject',
      key,
      '',
      'a customer managed key encrypts the object',
      'thisCall',
    ]);
    expect(await rows('permissions', 's3:PutObject')).toHaveLength(1);
    expect((await rows('permissions', 's3:PutObject', '--conditional')).map(([name]) => name)).toContain(
      's3:PutObjectAcl',
    );
  });

  test('S180: what an action needs beyond the reference, with who needs it, when, and the source', async () => {
    const facts = await rows('action', 'sns:Publish');
    expect(facts.slice(facts.findIndex(([, value]) => value === 'kms:Decrypt')).slice(0, 4)).toEqual([
      ['needs too', 'kms:Decrypt'],
      ['  on', 'the key of the topic'],
      ['  when', 'a customer managed key encrypts the topic'],
      ['  source', 'Managing Amazon SNS encryption keys and costs (unchecked, 2026-11-24)'],
    ]);
    expect(await rows('action', 'ecs:RunTask')).toContainEqual(['its role needs', 'ecr:BatchGetImage']);
    expect(await json('action', 'sns:Publish')).toMatchObject({
      curatedDependentActions: [
        { dependentAction: 'kms:Decrypt' },
        { dependentAction: 'kms:GenerateDataKey' },
      ],
    });
  });

  test('S194: ECS has no resource-based policies', async () => {
    expect((await rows('features', 'ecs')).map(([name, support]) => [name, support])).toContainEqual([
      'Resource-based policies',
      'no',
    ]);
  });

  test('words, in any order', async () => {
    expect((await rows('search', 'task', 'run', 'ecs'))[0]).toEqual(['action', 'ecs:RunTask']);
    expect(await rows('search', 'ecs', 'enable', 'ebs')).toContainEqual([
      'condition key',
      'ecs:enable-ebs-volumes',
    ]);
  });

  test('the version and the counts of the data', async () => {
    expect(await rows('info')).toContainEqual(['services', '456']);
    expect(await rows('info')).toContainEqual(['resource types', '2334']);
  });
});

describe('on a terminal of 80 columns', () => {
  async function lines(...query: string[]): Promise<string[]> {
    const world = { isTTY: true, columns: 80, env: { NO_COLOR: '1' } };
    return (await runInMemory(['catalog', ...query], world)).stdout.trimEnd().split('\n');
  }

  test('ARN formats show the part that tells them apart', async () => {
    expect(await lines('resources', 'ecs')).toContain(
      'cluster                 arn:*:ecs:*:*:cluster/${ClusterName}',
    );
  });

  test('the names in an ARN are told, without what anybody sees in it', async () => {
    const [, found] = await lines('arn', 'arn:aws:ecs:eu-central-1:111122223333:service/shop/web');
    expect(found).toContain('ecs:service    ClusterName=shop ServiceName=web  arn:*:ecs:*:*:service/');
  });

  test('permissions have a line for each resource and condition', async () => {
    expect(await lines('permissions', 'ecs:RunTask')).toEqual([
      'PERMISSION    WHY, ON WHAT, IF',
      'ecs:RunTask   the operation itself',
      expect.stringContaining('  on          arn:*:ecs:*:*:task-definition/${TaskDefinitionFamilyName}:'),
      'iam:PassRole  dependent of ecs:RunTask',
      '  when        the request has `overrides.executionRoleArn`',
      '  or          `overrides.taskRoleArn`',
      '  or          `volumeConfigurations.managedEBSVolume.roleArn`',
      '  on          arn:*:iam::*:role/${RoleNameWithPath}',
      '  if          iam:PassedToService = ecs-tasks.amazonaws.com',
      '  if          iam:PassedToService = ecs.amazonaws.com',
    ]);
  });

  test('S125: one global key has its facts under one another, none cut off', async () => {
    expect(await lines('keys', 'aws:PrincipalArn')).toEqual([
      'FACT           VALUE',
      'condition key  aws:PrincipalArn',
      'type           ARN',
      'values         one',
      'callers        user, role, federatedUser, root',
      'there when     the request is signed; for a role session this is the role',
      '',
      "AWS's page: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn",
    ]);
    expect(await lines('keys', 'aws')).toContain(
      'aws:username                      String     one     the caller is an IAM user',
    );
  });

  test('features say how each is known, none cut off', async () => {
    const features = (await lines('features', 'ecs')).slice(0, -2);
    expect(features).toHaveLength(12);
    expect(features.join('\n')).not.toContain('…');
    expect(features[2]).toMatch(/^Resource-based policies +no +read \d{4}-/);
    expect(features[11]).toMatch(/^Service-linked roles +yes +AWSServiceRoleForECS +read \d{4}-\d\d-\d\d$/);
  });
});

describe('what is not there gives exit code 1 and the closest names', () => {
  test.each([
    [['action', 'ecs:RunTsk'], 'no action `ecs:RunTsk`', '`ecs:RunTask`'],
    [['action', 'RunTask'], '`RunTask` is no action', '`ecs:RunTask`'],
    [['action', 'esc:RunTask'], 'no service has the prefix `esc`', 'did you mean `ecs:RunTask`?'],
    [['actions', 'ecs:Nothing*'], 'no action `ecs:Nothing*`', 'catalog actions ecs'],
    [['actions', 'container'], 'no service has the prefix `container`', 'did you mean'],
    [['resources', 'ecss'], 'no service has the prefix `ecss`', '`ecs`'],
    [['keys', 'ecs:clutser'], 'no condition key `ecs:clutser`', '`ecs:cluster`'],
    [['keys', 'aws:PrincipalOrgId2'], 'no condition key', '`aws:PrincipalOrgID`'],
    [['expand', 'ecs:RunTask', 'ecs:Zap*'], 'no action `ecs:Zap*`', 'catalog actions ecs'],
    [['shrink', 'ecs:RunTsk'], 'no action `ecs:RunTsk`', '`ecs:RunTask`'],
    [['permissions', 'ecs:RunTsk'], 'no action `ecs:RunTsk`', '`ecs:RunTask`'],
    [['features', 'ecss'], 'no service has the prefix `ecss`', '`ecs`'],
    [['services', 'qqqq'], 'no service has `qqqq`', ''],
    [['search', 'qqqqqqqq'], 'nothing in the catalog is like', ''],
    [['arn', 'arn:aws:ecs:eu-central-1:111122223333:nothing'], 'no resource type', 'catalog resources ecs'],
  ])('%j', async (query, message, help) => {
    const { exitCode, stdout, stderr } = await runInMemory(['catalog', ...query]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
  });
});

test('what is no ARN at all is wrong usage', async () => {
  expect((await runInMemory(['catalog', 'arn', 'foo'])).exitCode).toBe(2);
});

describe('operations and lists of actions', () => {
  test('S180: an operation is found by its name, and by the id of its client', async () => {
    for (const operation of ['s3:ListObjectsV2', 'ListObjectsV2', 's3api:listobjectsv2'])
      expect((await rows('permissions', operation)).map(([action]) => action)).toEqual(['s3:ListBucket']);
    expect((await rows('permissions', 'kms:ReEncrypt')).map(([action]) => action)).toEqual([
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ]);
    // Only a permission of AWS Backup has this name, too.
    expect((await rows('permissions', 'ListObjects')).map(([action]) => action)).toEqual(['s3:ListBucket']);
  });

  test('an operation that many services have is asked for by service', async () => {
    const { exitCode, stderr } = await runInMemory(['catalog', 'permissions', 'TagResource']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: \d+ services have an operation `TagResource`\n/);
    expect(stderr).toMatch(/help: did you mean `\w+:TagResource`, .* and \d+ more\?\n$/);
  });

  test('on a terminal a long list of resources ends with how many more there are', async () => {
    const { stdout } = await runInMemory(['catalog', 'permissions', 'ec2:CreateTags'], { isTTY: true });
    expect(stdout).toMatch(/\n {2}on +and \d+ more, which `--format json` lists\n/);
    expect(stdout.split('\n').length).toBeLessThan(20);
  });

  test('actions are listed by access level and resource type', async () => {
    expect(
      (await rows('actions', 'ecs', '--level', 'write', '--resource-type', 'Task')).map(([name]) => name),
    ).toEqual([
      'ecs:ExecuteCommand',
      'ecs:StopTask',
      'ecs:TagResource',
      'ecs:UntagResource',
      'ecs:UpdateTaskProtection',
    ]);
    expect((await rows('actions', 'iam:*Role*', '--level', 'list')).map(([, level]) => level)).toEqual(
      expect.arrayContaining(['List']),
    );
    for (const [, level] of await rows('actions', 's3', '--level', 'permissions-management'))
      expect(level).toContain('Permissions management');
  });

  test('S75: actions are listed by a condition key, as the reference or a policy writes it', async () => {
    const names = async (...options: string[]): Promise<unknown[]> =>
      (await rows('actions', 'ecs', ...options)).map(([name]) => name);
    const tagged = await names('--key', 'aws:RequestTag/team');
    expect(tagged).toEqual(await names('--key', 'aws:RequestTag/${TagKey}'));
    expect(tagged).toContain('ecs:CreateCluster');
    expect(tagged).not.toContain('ecs:DeleteCluster');
    expect(await names('--key', 'ecs:enable-execute-command')).toEqual([
      'ecs:CreateDaemon',
      'ecs:CreateService',
      'ecs:RunTask',
      'ecs:StartTask',
      'ecs:UpdateDaemon',
      'ecs:UpdateService',
    ]);
    expect(await names('--key', 'aws:SourceIp')).toEqual(await names());
  });

  test('several options must all hold', async () => {
    expect((await rows('actions', 'ecs', '--permission-only')).map(([name]) => name)).toEqual([
      'ecs:AllowVendedLogDeliveryForResource',
      'ecs:Poll',
      'ecs:PutSystemLogEvents',
      'ecs:StartTelemetrySession',
    ]);
    const both = ['--key', 'aws:ResourceTag/team', '--level', 'write', '--resource-type', 'service'];
    const found = await rows('actions', 'ecs:*teService', ...both);
    expect(found.map(([name]) => name)).toEqual([
      'ecs:CreateService',
      'ecs:DeleteService',
      'ecs:UpdateService',
    ]);
    expect(
      (await rows('actions', 'ecs', '--permission-only', '--key', 'ecs:cluster')).map(([n]) => n),
    ).toEqual(['ecs:Poll', 'ecs:PutSystemLogEvents', 'ecs:StartTelemetrySession']);
  });

  test.each([
    [['--resource-type', 'tsak'], 'takes a `tsak`', 'their resource types are cluster'],
    [
      ['--level', 'tagging', '--resource-type', 'CLUSTER', '--format', 'json'],
      'is of the level `tagging` and takes a `CLUSTER`',
      undefined,
    ],
    [['--key', 'ecs:task', '--permission-only'], 'can have `ecs:task` and is permission only', undefined],
  ])('none left with %j is exit code 1', async (options, what, help) => {
    const { exitCode, stderr } = await runInMemory(['catalog', 'actions', 'ecs:*Cluster*', ...options]);
    expect(exitCode).toBe(1);
    const lines = [
      `error: none of the 7 actions ${what}`,
      ...(help === undefined ? [] : [`  help: ${help}`]),
    ];
    expect(stderr).toBe(`${lines.join('\n')}\n`);
  });

  test('a key that does not exist is told so, with the closest ones', async () => {
    const { exitCode, stderr } = await runInMemory(['catalog', 'actions', 'ecs', '--key', 'ecs:clutser']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('the catalog has no condition key `ecs:clutser`');
    expect(stderr).toContain('`ecs:cluster`');
  });

  test('on a terminal the resource types of an action are counted where they are many', async () => {
    const { stdout } = await runInMemory(['catalog', 'actions', 'ec2:RunInstances'], { isTTY: true });
    expect(stdout).toMatch(/ and \d+ more\n$/);
    expect((await rows('actions', 'ec2:RunInstances'))[0]?.[2]?.split(', ').length).toBeGreaterThan(10);
  });
});

describe("links to AWS's page", () => {
  const PAGE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ecs.html';

  test.each([
    ['action', 'ecs:RunTask', '#list_ecs-action-RunTask'],
    ['keys', 'ecs:cluster', '#list_ecs-ecs_cluster'],
    ['keys', 'ecs', '#list_ecs-policy-keys'],
    ['resources', 'ecs', '#list_ecs-resources-for-iam-policies'],
  ])('a terminal shows that of `%s %s` below the table', async (command, name, anchor) => {
    const { stdout } = await runInMemory(['catalog', command, name], { isTTY: true, columns: 60 });
    expect(stdout.endsWith(`\n\nAWS's page: ${PAGE}${anchor}\n`)).toBe(true);
  });

  test.each([
    ['ecs', 'AmazonECS'],
    // Of two of its features only the table of all services says something.
    ['apigateway', 'apigateway'],
  ])('of the features of %s it is the page of the service', async (prefix, guide) => {
    const { stdout } = await runInMemory(['catalog', 'features', prefix], { isTTY: true });
    expect(stdout).toContain(
      `\n\nAWS's page: https://docs.aws.amazon.com/${guide}/latest/developerguide/security_iam_service-with-iam.html\n`,
    );
  });

  test('JSON has one of each thing, a pipe that of an action', async () => {
    expect(await json('action', 'ecs:RunTask')).toMatchObject({ url: `${PAGE}#list_ecs-action-RunTask` });
    expect(await json('actions', 'ecs:RunTask')).toMatchObject([{ url: `${PAGE}#list_ecs-action-RunTask` }]);
    expect(await json('services', 'elastic container service')).toMatchObject([{ prefix: 'ecs', url: PAGE }]);
    expect(await json('search', 'ecs', 'enable', 'ebs')).toContainEqual(
      expect.objectContaining({ url: `${PAGE}#list_ecs-ecs_enable-ebs-volumes` }),
    );
    expect(await json('resources', 'ecs')).toContainEqual(
      expect.objectContaining({ name: 'cluster', url: `${PAGE}#list_ecs-resource-cluster` }),
    );
    expect(await json('keys', 'ecs')).toContainEqual(
      expect.objectContaining({ name: 'aws:TagKeys', url: `${PAGE}#list_ecs-aws_TagKeys` }),
    );
    expect((await rows('action', 'ecs:RunTask')).at(-1)).toEqual([
      "AWS's page",
      `${PAGE}#list_ecs-action-RunTask`,
    ]);
  });
});
