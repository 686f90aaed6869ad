import { describe, expect, test } from 'vitest';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';

const ACCOUNT = '111122223333';
const DEPLOY = `arn:aws:iam::${ACCOUNT}:role/ci/deploy`;
const TASK = `arn:aws:iam::${ACCOUNT}:role/task`;
const DEFINITION = `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:7`;
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/limit`;

const allow = (...Action: readonly string[]): object => ({ Effect: 'Allow', Action, Resource: '*' });
const documentOf = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement });
const trust = (Service: string): object =>
  documentOf({ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' });

interface Given {
  readonly boundary?: 'known' | 'missing';
  readonly boundaryAllows?: string;
  readonly tags?: readonly object[];
  readonly scp?: object;
  readonly rcps?: boolean;
  readonly statements?: readonly object[];
}

function snapshotOf({
  boundary,
  boundaryAllows = '*',
  tags = [],
  scp,
  rcps,
  statements,
}: Given): Record<string, string> {
  const role = {
    RoleName: 'deploy',
    Arn: DEPLOY,
    RoleId: 'AROADEPLOY',
    Path: '/ci/',
    Tags: tags,
    AssumeRolePolicyDocument: trust('ec2.amazonaws.com'),
    RolePolicyList: [
      {
        PolicyName: 'run',
        PolicyDocument: documentOf(...(statements ?? [allow('ecs:*', 'iam:PassRole', 's3:*')])),
      },
    ],
    AttachedManagedPolicies: [],
    InstanceProfileList: [],
    ...(boundary !== undefined && {
      PermissionsBoundary: {
        PermissionsBoundaryArn: BOUNDARY,
        PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
      },
    }),
  };
  const task = {
    RoleName: 'task',
    Arn: TASK,
    RoleId: 'AROATASK',
    Path: '/',
    Tags: [],
    AssumeRolePolicyDocument: trust('ecs-tasks.amazonaws.com'),
    RolePolicyList: [],
    AttachedManagedPolicies: [],
    InstanceProfileList: [],
  };
  const limit = {
    Arn: BOUNDARY,
    PolicyName: 'limit',
    DefaultVersionId: 'v1',
    PolicyVersionList: [
      { VersionId: 'v1', IsDefaultVersion: true, Document: documentOf(allow(boundaryAllows)) },
    ],
  };
  const organization = {
    id: 'o-a1b2c3d4e5',
    managementAccount: '777788889999',
    root: {
      id: 'r-ab12',
      type: 'root',
      scps: [documentOf(scp ?? allow('*'))],
      rcps: rcps === true ? [documentOf({ ...allow('*'), Principal: '*' })] : [],
      children: [{ id: ACCOUNT, type: 'account', scps: [documentOf(allow('*'))], rcps: [], children: [] }],
    },
  };
  return {
    'snap/accounts/a.json': JSON.stringify({
      UserDetailList: [],
      GroupDetailList: [],
      RoleDetailList: [role, task],
      Policies: boundary === 'known' ? [limit] : [],
    }),
    ...((scp !== undefined || rcps === true) && { 'snap/organization.json': JSON.stringify(organization) }),
    'snap/resources/a.json': JSON.stringify([{ arn: DEFINITION, tags: {}, roles: [TASK] }]),
    'input.json': JSON.stringify({ cluster: 'shop', taskDefinition: 'web:7' }),
    's3-only.json': JSON.stringify(documentOf(allow('s3:*'))),
    'endpoint.json': JSON.stringify(documentOf({ ...allow('s3:*'), Principal: '*' })),
  };
}

function can(given: Given, ...more: readonly string[]): Promise<Outcome> {
  const args = ['can', 'ecs:RunTask', '--as', DEPLOY, '--snapshot', 'snap', '--region', 'eu-west-1'];
  return runInMemory([...args, '--input', 'input.json', ...more], { files: snapshotOf(given) });
}

describe('a caller of a snapshot', () => {
  test('is decided by its policies, the roles of the resource and their trust', async () => {
    const { stdout, exitCode } = await can({});
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`✓ ecs:RunTask on ${DEFINITION}`);
    expect(stdout).toContain(`✓ iam:PassRole on ${TASK}`);
    expect(stdout).toContain(`✓ sts:AssumeRole on ${TASK}`);
  });

  test('is denied by what its policies, its boundary or its organization leave out', async () => {
    const without = await can({ statements: [allow('ecs:*')] });
    expect([without.exitCode, without.stdout.includes(`✗ iam:PassRole on ${TASK}`)]).toEqual([1, true]);
    expect((await can({ boundary: 'known', boundaryAllows: 'ecs:*' })).exitCode).toBe(1);
    expect((await can({ boundary: 'known' })).exitCode).toBe(0);
    expect((await can({ scp: allow('s3:*') })).exitCode).toBe(1);
    expect((await can({ scp: allow('*') })).exitCode).toBe(0);
  });

  test('is never allowed where its boundary is missing, which is named; what is denied stays so', async () => {
    const { stdout, exitCode } = await can({ boundary: 'missing' });
    expect([exitCode, stdout.includes(`permissions boundary ${BOUNDARY}`)]).toEqual([4, true]);
    expect((await can({ boundary: 'missing' }, '--ignore-perhaps')).exitCode).toBe(4);
    expect((await can({ boundary: 'missing', statements: [allow('s3:*')] })).exitCode).toBe(1);
  });

  test('is held by the policies of its session and of the endpoint on the way, which no snapshot has', async () => {
    const session = await can({}, '--session', 's3-only.json');
    expect([session.exitCode, session.stdout.includes('session policy')]).toEqual([1, true]);
    const endpoint = await can({}, '--vpc-endpoint', 'endpoint.json');
    expect([endpoint.exitCode, endpoint.stdout.includes('endpoint policy')]).toEqual([1, true]);
  });

  test('has its tags, and no others', async () => {
    const tagged = (value: string): Given => ({
      tags: [{ Key: 'team', Value: value }],
      statements: [
        {
          ...allow('ecs:*', 'iam:PassRole'),
          Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } },
        },
      ],
    });
    expect((await can(tagged('blue'))).exitCode).toBe(0);
    expect((await can(tagged('red'))).exitCode).toBe(1);
    expect((await can({ ...tagged('red'), tags: [] })).exitCode).toBe(1);
  });

  test('depends on the resource control policies of other accounts', async () => {
    const args = (resource: string) => {
      const caller = ['--as', DEPLOY, '--snapshot', 'snap', '--region', 'eu-west-1'];
      return ['can', 'ecs:DescribeTasks', resource, ...caller];
    };
    const files = snapshotOf({ rcps: true });
    const own = await runInMemory(args(`arn:aws:ecs:eu-west-1:${ACCOUNT}:task/shop/a`), { files });
    expect(own.exitCode).toBe(0);
    const bucket = 'arn:aws:s3:::shared/a';
    const other = {
      ...files,
      'world.json': JSON.stringify([
        {
          arn: 'arn:aws:s3:::shared',
          account: '444455556666',
          policy: documentOf({ ...allow('s3:*'), Principal: '*' }),
        },
      ]),
    };
    const { stdout, exitCode } = await runInMemory(
      [
        'can',
        's3:PutObject',
        bucket,
        '--as',
        DEPLOY,
        '--snapshot',
        'snap',
        '--region',
        'eu-west-1',
        '--world',
        'world.json',
      ],
      { files: other },
    );
    expect([exitCode, stdout.includes('resource control policies of account 444455556666')]).toEqual([
      4,
      true,
    ]);
  });
});

describe('a snapshot that does not fit', () => {
  test('has no such caller', async () => {
    const { stderr, exitCode } = await runInMemory(
      [
        'can',
        'ecs:RunTask',
        '--as',
        `arn:aws:iam::${ACCOUNT}:role/deploy`,
        '--snapshot',
        'snap',
        '--region',
        'eu-west-1',
      ],
      { files: snapshotOf({}) },
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the snapshot in `snap` has no user and no role');
  });

  test('says what options say as well', async () => {
    const { stderr, exitCode } = await can({}, '--policy', 'input.json');
    expect([exitCode, stderr.includes('`--policy` says what `--snapshot` tells')]).toEqual([2, true]);
  });
});

test('an object of Amazon S3 is decided by its tags alike for one caller and in a list of all', async () => {
  const object = 'arn:aws:s3:::docs/a';
  const statement = {
    ...allow('s3:GetObject'),
    Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'red' } },
  };
  const asked = async (tags: object | undefined): Promise<readonly unknown[]> => {
    const files = {
      ...snapshotOf({ statements: [statement] }),
      'snap/resources/b.json': JSON.stringify([
        { arn: object, account: ACCOUNT, ...(tags !== undefined && { tags }) },
      ]),
    };
    const can = ['can', 's3:GetObject', object, '--as', DEPLOY, '--region', 'eu-west-1'];
    const one = await runInMemory([...can, '--snapshot', 'snap'], { files });
    const all = await runInMemory(['audit', 'who-can', 's3:GetObject', object, '--snapshot', 'snap'], {
      files,
    });
    return [one.exitCode, all.stdout.includes(DEPLOY), all.stdout.includes('s3:ExistingObjectTag/team')];
  };
  expect(await asked({ team: 'red' })).toEqual([0, true, false]);
  expect(await asked({ team: 'blue' })).toEqual([1, false, false]);
  expect(await asked({})).toEqual([1, false, false]);
  expect(await asked(undefined)).toEqual([4, true, true]);
});
