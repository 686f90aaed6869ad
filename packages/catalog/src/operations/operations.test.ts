import { describe, expect, test } from 'vitest';
import {
  getAction,
  getOperation,
  operationsOf,
  roleParameters,
  services,
  type OperationPermission,
} from '../index.ts';
import { decodeOperations } from './_internals/operationTable.ts';

function permission(operation: string, action: string): OperationPermission | undefined {
  return getOperation(operation)?.permissions.find((one) => one.action === action);
}

describe('the compact text', () => {
  test('has operations with their actions, when they are asked for, and their members', () => {
    const text =
      '#web+ 2026-11-29\nRun Start+TagRes?Tags+iam:PassRole!a.Role!@tasks|b=tasks|other\nv2:Look>Get^Version|Id\n#\nOld+iam:PassRole~Role';
    const { rows, pages } = decodeOperations(text, 'web');
    expect(pages).toEqual([{ page: 'web', day: '2026-11-29', whole: true }]);
    expect(rows.map(({ name, client, own, page, day }) => [name, client, own, page, day])).toEqual([
      ['Run', 'web', true, 'web', '2026-11-29'],
      ['Start', 'web', true, 'web', '2026-11-29'],
      ['Look', 'v2', false, 'web', '2026-11-29'],
      ['Old', '', true, '', ''],
    ]);
    expect(rows[0]?.actions).toEqual([
      {
        action: 'web:TagRes',
        need: 'thisCall',
        members: [{ name: 'Tags', required: false, passedTo: undefined }],
        unless: [],
        passedTo: [],
      },
      {
        action: 'iam:PassRole',
        need: 'always',
        members: [
          { name: 'a.Role', required: true, passedTo: 'tasks.amazonaws.com' },
          { name: 'b', required: false, passedTo: undefined },
        ],
        unless: [],
        passedTo: ['tasks.amazonaws.com', 'other.amazonaws.com'],
      },
    ]);
    expect(rows[2]?.actions).toEqual([
      { action: 'web:Get', need: 'thisCall', members: [], unless: ['Version', 'Id'], passedTo: [] },
    ]);
    expect(rows[3]?.actions[0]).toMatchObject({ need: 'perhaps', members: [{ name: 'Role' }] });
  });

  test('names actions and operations of the catalog, each action once', () => {
    for (const { prefix } of services()) {
      for (const { name, permissions } of operationsOf(prefix)) {
        const actions = permissions.map(({ action }) => action);
        expect(new Set(actions).size, `${prefix}:${name}`).toBe(actions.length);
        expect(actions.filter((action) => getAction(action)?.fullName !== action)).toEqual([]);
      }
    }
  });
});

describe('an operation', () => {
  test('is found in any letter case, by prefix or the id of its client', () => {
    expect(getOperation('ECS:runtask')).toMatchObject({ service: 'ecs', name: 'RunTask', client: 'ecs' });
    expect(getOperation('sfn:StartExecution')).toMatchObject({ service: 'states', name: 'StartExecution' });
    expect(getOperation('ecs')).toBeUndefined();
    expect(getOperation('ecs:Nope')).toBeUndefined();
    expect(getOperation('')).toBeUndefined();
    expect(getOperation(':')).toBeUndefined();
  });

  test('of two clients of a service, it is that of the client that is named', () => {
    expect(getOperation('elbv2:CreateLoadBalancer')?.client).toBe('elbv2');
    expect(getOperation('elb:CreateLoadBalancer')?.client).toBe('elb');
    expect(getOperation('elbv2:CreateLoadBalancer')?.service).toBe('elasticloadbalancing');
    // By the prefix of the service, it is that of the first.
    expect(getOperation('elasticloadbalancing:CreateLoadBalancer')?.client).toBeDefined();
  });

  test('is none where AWS has a permission of this name alone', () => {
    expect(getAction('ecs:Poll')?.permissionOnly).toBe(true);
    expect(getOperation('ecs:Poll')).toBeUndefined();
  });

  test('cites the page where one was read, and nothing where the name is all that is known', () => {
    expect(getOperation('ecs:ListClusters')?.source).toMatchObject({ read: true, recorded: '2026-11-29' });
    expect(getOperation('connect:UpdateUserIdentityInfo')?.source).toBeUndefined();
  });

  test('needs what a member of the request brings only then', () => {
    expect(permission('ecs:RunTask', 'ecs:TagResource')).toMatchObject({
      need: 'thisCall',
      members: ['tags'],
    });
    expect(permission('s3:PutObject', 's3:PutObjectTagging')).toMatchObject({ members: ['Tagging'] });
    expect(permission('s3:GetObject', 's3:GetObjectVersion')).toMatchObject({
      need: 'thisCall',
      members: ['VersionId'],
    });
    // The one stands in place of the other.
    expect(permission('s3:GetObject', 's3:GetObject')).toMatchObject({
      need: 'thisCall',
      members: [],
      unless: ['VersionId'],
    });
    // AWS's table has it, and nobody knows when.
    expect(permission('s3:GetObject', 's3:GetObjectLegalHold')).toMatchObject({
      need: 'perhaps',
      members: [],
    });
  });

  test('needs in place of an action of its name what AWS authorises', () => {
    expect(permission('kms:ReEncrypt', 'kms:ReEncryptFrom')?.need).toBe('always');
    expect(permission('kms:ReEncrypt', 'kms:ReEncryptTo')?.need).toBe('always');
    expect(permission('s3:HeadBucket', 's3:ListBucket')?.need).toBe('always');
  });

  test('needs what a guide says where the table of a client says otherwise, and perhaps what the table says', () => {
    expect(permission('s3control:PutPublicAccessBlock', 's3:PutAccountPublicAccessBlock')?.need).toBe(
      'always',
    );
    expect(permission('s3control:PutPublicAccessBlock', 's3:PutBucketPublicAccessBlock')?.need).toBe(
      'perhaps',
    );
    expect(permission('s3:PutPublicAccessBlock', 's3:PutBucketPublicAccessBlock')?.need).toBe('always');
    expect(permission('s3:PutPublicAccessBlock', 's3:PutAccountPublicAccessBlock')).toBeUndefined();
  });

  test('has perhaps the action of its name where the table leaves it out though there is one', () => {
    expect(permission('glue:DeletePartitionIndex', 'glue:UpdateTable')?.need).toBe('always');
    expect(permission('glue:DeletePartitionIndex', 'glue:DeletePartitionIndex')?.need).toBe('perhaps');
  });
});

describe('a parameter for a role', () => {
  const of = (prefix: string, operation: string): readonly (readonly [string, boolean, string])[] =>
    roleParameters(prefix)
      .filter((one) => one.operation === operation)
      .map(({ parameter, required, passedToServices }) => [parameter, required, passedToServices.join()]);

  test('is named with the service for which it is, and whether every call has it', () => {
    expect(of('lambda', 'lambda:CreateFunction')).toEqual([['Role', true, 'lambda.amazonaws.com']]);
    expect(of('ecs', 'ecs:RunTask')).toEqual([
      ['overrides.executionRoleArn', false, 'ecs-tasks.amazonaws.com'],
      ['overrides.taskRoleArn', false, 'ecs-tasks.amazonaws.com'],
      ['volumeConfigurations.managedEBSVolume.roleArn', false, 'ecs.amazonaws.com'],
    ]);
  });

  test('has the service of a guide beside that of the table where they differ', () => {
    expect(of('iot', 'iot:CreateRoleAlias')).toEqual([
      ['roleArn', true, 'credentials.iot.amazonaws.com,iot.amazonaws.com'],
    ]);
  });

  test('is listed for every service, each once', () => {
    const all = roleParameters();
    expect(all.length).toBeGreaterThan(1_250);
    expect(roleParameters('ecs')).toHaveLength(31);
    expect(roleParameters('nope')).toEqual([]);
    const keys = all.map(({ operation, parameter }) => `${operation} ${parameter}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('cites a page where a table says that it is passed, else the API models or a guide', () => {
    const urls = new Set(roleParameters().map(({ source }) => new URL(source.url).host));
    expect([...urls].sort()).toEqual(['docs.aws.amazon.com', 'github.com']);
    expect(roleParameters('glue').some(({ operation }) => operation === 'glue:UpdateDevEndpoint')).toBe(
      false,
    );
  });
});
