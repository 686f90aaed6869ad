import { describe, expect, test } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ecs.html';

async function output(prefix: string, options: readonly string[] = []): Promise<string> {
  const { exitCode, stdout } = await runInMemory(['catalog', 'service', prefix, ...options]);
  expect(exitCode).toBe(0);
  return stdout;
}

/** The page on a terminal, by the titles of its parts. */
async function parts(prefix: string, columns = 120): Promise<ReadonlyMap<string, string>> {
  const world = { isTTY: true, columns, env: { NO_COLOR: '1' } };
  const { stdout } = await runInMemory(['catalog', 'service', prefix], world);
  return new Map(
    stdout
      .trimEnd()
      .split(/\n\n(?! )/)
      .map((part) => {
        const end = part.indexOf('\n');
        return end < 0 ? [part, ''] : [part.slice(0, end), part.slice(end + 1)];
      }),
  );
}

describe('how Amazon ECS works with IAM, on a terminal', () => {
  test('has the eleven features in the order of AWS, then each of them, then links', async () => {
    const titles = [...(await parts('ecs')).keys()].map((title) => title.replace(/: \w+$/, ''));
    expect(titles).toEqual([
      'Amazon Elastic Container Service (ecs)',
      'FEATURES',
      'IDENTITY-BASED POLICIES',
      'RESOURCE-BASED POLICIES',
      'POLICY ACTIONS',
      'POLICY RESOURCES',
      'POLICY CONDITION KEYS',
      'ACLS',
      'ABAC (TAGS IN POLICIES)',
      'TEMPORARY CREDENTIALS',
      'PRINCIPAL PERMISSIONS',
      'SERVICE ROLES',
      'SERVICE-LINKED ROLES',
      'PAGES OF AWS',
    ]);
    expect((await parts('ecs')).get('FEATURES')?.split('\n')).toHaveLength(12);
  });

  test('policies name actions, types and keys; resources have none of their own', async () => {
    const page = await parts('ecs');
    expect(page.get('IDENTITY-BASED POLICIES: YES')).toBe(
      '  can name  81 actions, 13 resource types, 31 condition keys',
    );
    expect(page.get('RESOURCE-BASED POLICIES: NO')).toBe('  resource control policies  do not apply');
    expect((await parts('sqs')).get('RESOURCE-BASED POLICIES: YES')).toMatch(/^ {2}set by {21}sqs:\w+$/m);
  });

  test('actions by level, with how many more there are than fit', async () => {
    const actions = (await parts('ecs')).get('POLICY ACTIONS: YES')?.split('\n') ?? [];
    expect(actions.slice(0, 3)).toEqual([
      '  all                  ecs:* (81)',
      '  patterns             ecs:Describe* (14), ecs:List* (14), ecs:Update* (11), ecs:Delete* (10), ecs:Create* (6), ecs:Put*',
      '                       (5)',
    ]);
    expect(actions).toContain(
      '  permission only (4)  AllowVendedLogDeliveryForResource, Poll, PutSystemLogEvents, StartTelemetrySession',
    );
    expect(actions).toContain('  ACCESS LEVEL            COUNT  ACTIONS');
    expect(actions).toContain('  Tagging                 2      TagResource, UntagResource');
    expect(actions.join('\n')).toMatch(/^ {2}Write {19}52 {5}AllowVended.*\n {33}.* and 45 more$/m);
  });

  test('S180: what operations need besides, those of the same need in one row', async () => {
    const actions = (await parts('ecs')).get('POLICY ACTIONS: YES') ?? '';
    expect(actions).toMatch(/^ {2}OPERATIONS +NEED BESIDES +FOR +WHEN$/m);
    expect(actions).toMatch(
      /^ {2}CreateService, RunTask, +logs:CreateLogStream, +its role {2}a container logs with the awslogs driver\n {2}StartTask +logs:PutLogEvents$/m,
    );
    expect((await parts('s3')).get('POLICY ACTIONS: YES')).toMatch(
      /^ {2}HeadBucket, ListObjects, ListObjectsV2 +s3:ListBucket$/m,
    );
  });

  test('S176: of a role that a request has, the part on roles says where it stands', async () => {
    const page = await parts('ecs');
    expect(page.get('POLICY ACTIONS: YES')).toMatch(
      /^ {2}CreateService, RunTask, +iam:PassRole +caller +the request has a role;$/m,
    );
    expect(page.get('POLICY ACTIONS: YES')).not.toContain('taskRoleArn');
    expect(page.get('SERVICE ROLES: YES')).toMatch(
      /\n\n {2}can take one, too {2}CreateDaemon, UpdateDaemon$/,
    );
  });

  test('resource types with their ARN formats', async () => {
    const types = [...(await parts('ecs'))].find(([title]) => title.startsWith('POLICY RESOURCES'))?.[1];
    const lines = types?.split('\n') ?? [];
    expect(lines).toHaveLength(16);
    expect(lines.slice(0, 3)).toEqual([
      '  RESOURCE TYPE           ACTIONS  ARN FORMAT',
      '  capacity-provider       7        arn:*:ecs:*:*:capacity-provider/${CapacityProviderName}',
      '  cluster                 19       arn:*:ecs:*:*:cluster/${ClusterName}',
    ]);
  });

  test('condition keys with their type and values, the service’s own first, and what has them', async () => {
    const lines = (await parts('ecs')).get('POLICY CONDITION KEYS: YES')?.split('\n') ?? [];
    expect(lines[1]).toMatch(/^ {2}ecs:CreateAction +String {3}one {5}TagResource$/);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}ecs:daemon-task-definition +ARN +one +CreateDaemon, UpdateDaemon$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}ecs:gateway +ARN +one +none listed$/));
    expect(lines.findIndex((line) => line.startsWith('  aws:'))).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('  ecs:')),
    );
  });

  test('S182: resource types by the keys of tags that they have, and actions that tag', async () => {
    expect((await parts('ecs')).get('ABAC (TAGS IN POLICIES): YES')?.split('\n').slice(3)).toEqual([
      '  tag            TagResource, UntagResource',
      '',
      '  RESOURCE TYPES                                              KEYS OF TAGS',
      '  capacity-provider, cluster, container-instance, service,    aws:ResourceTag/${TagKey}, ecs:ResourceTag/${TagKey}',
      '  task, task-definition, task-set',
      '  daemon, daemon-deployment, daemon-revision,                 aws:ResourceTag/${TagKey}',
      '  daemon-task-definition, service-deployment,',
      '  service-revision',
    ]);
  });

  test('S176: roles by operation, parameter and service', async () => {
    expect((await parts('ecs')).get('SERVICE ROLES: YES')).toMatch(
      /^ {2}RunTask +overrides\.taskRoleArn +ecs-tasks\.amazonaws\.com$/m,
    );
  });

  test('S177: service-linked roles, and the pages of AWS', async () => {
    const page = await parts('ecs');
    expect(page.get('SERVICE-LINKED ROLES: YES')).toMatch(
      /^ {2}AWSServiceRoleForECS {2}ecs\.amazonaws\.com {2}/m,
    );
    expect(page.get('PAGES OF AWS')?.split('\n')).toEqual([
      '  IAM features           https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_service-with-iam.html',
      `  reference, list_ecs    ${REFERENCE}`,
      '  global condition keys  https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    ]);
  });

  test('long tables are counted', async () => {
    const types = [...(await parts('ec2'))].find(([title]) => title.startsWith('POLICY RESOURCES'))?.[1];
    expect(types).toMatch(/\n {2}and \d+ more, which `--format json` lists$/);
  });

  test.each([
    [60, 60],
    [120, 120],
    [300, 120],
    [undefined, 120],
  ])('of %s columns no line is wider than %d, but addresses', async (columns, most) => {
    for (const prefix of ['ecs', 'sts', 'lambda']) {
      const { stdout } = await runInMemory(['catalog', 'service', prefix], {
        isTTY: true,
        ...(columns !== undefined && { columns }),
        env: { NO_COLOR: '1' },
      });
      const wide = stdout.split('\n').filter((line) => line.length > most && !line.includes('https://'));
      expect(wide).toEqual([]);
    }
  });
});

describe('in a pipe', () => {
  test('a row says in its first cell what it is', async () => {
    const rows = (await output('ecs')).trimEnd().split('\n');
    expect([...new Set(rows.map((row) => row.split('\t', 1)[0]))]).toEqual([
      'feature',
      'resource control policies',
      'action',
      'wildcard',
      'operation',
      'resource type',
      'condition key',
      'tags',
      'forward access',
      'role',
      'service-linked role',
      'link',
    ]);
    expect(rows).toContain('action\tecs:Poll\tWrite\tcontainer-instance\tpermission only');
    expect(rows).toContain('wildcard\tecs:Describe*\t14');
    expect(rows).toContain(
      'operation\tRunTask\tecr:BatchGetImage\trole\tthisCall\tan image is in a private Amazon ECR repository\t',
    );
    expect(rows).toContain('operation\tRunTask\tecs:TagResource\tcaller\tthisCall\tthe request has `tags`\t');
    expect(rows).toContainEqual(
      expect.stringMatching(
        /^operation\tRunTask\tiam:PassRole\tcaller\tthisCall\t.*\tiam:PassedToService=ecs-tasks\.amazonaws\.com,ecs\.amazonaws\.com$/,
      ),
    );
    expect(rows).toContain('condition key\tecs:task\tARN\tone\tecs:ExecuteCommand\t');
    expect(rows).toContain('tags\tecs:CreateCluster\ton create');
    expect(rows).toContain('role\tecs:CreateService\trole\tecs.amazonaws.com');
    expect(rows.at(-1)).toBe(`link\tlist_ecs\t${REFERENCE}`);
  });

  test('nothing is left out', async () => {
    const rows = (await output('ec2')).split('\n');
    expect(rows.filter((row) => row.startsWith('resource type\t')).length).toBeGreaterThan(100);
    expect(rows.join('\n')).not.toMatch(/ more\b/);
  });
});

describe('as data and as a document', () => {
  test('JSON has everything, with links', async () => {
    const page: unknown = JSON.parse(await output('ecs', ['--format', 'json']));
    expect(page).toMatchObject({
      prefix: 'ecs',
      pages: [
        {
          name: 'list_ecs',
          url: REFERENCE,
          sections: { actions: `${REFERENCE}#list_ecs-actions-as-permissions` },
        },
      ],
      actions: {
        byAccessLevel: expect.arrayContaining([expect.objectContaining({ accessLevel: 'Tagging' })]),
      },
      tags: { tagging: ['ecs:TagResource', 'ecs:UntagResource'] },
    });
    expect(page).toHaveProperty('features.length', 11);
    expect(page).toHaveProperty('resourceTypes.3.wordsFromName');
    expect(page).toHaveProperty('actions.all.length', 81);
    expect(page).toHaveProperty(
      'actions.all.0.url',
      `${REFERENCE}#list_ecs-action-AllowVendedLogDeliveryForResource`,
    );
  });

  test('Markdown has every action, type and key with its link', async () => {
    const page = await output('ecs', ['--format', 'markdown']);
    expect(page).toMatch(
      /^# How Amazon Elastic Container Service works with IAM\n\nPrefix `ecs`\n\n## Features\n/,
    );
    expect(page).toContain(
      `\n| [RunTask](${REFERENCE}#list_ecs-action-RunTask) | run task | Write | task-definition | `,
    );
    expect(page).toContain(
      `\n| [cluster](${REFERENCE}#list_ecs-resource-cluster) | 19 | \`arn:\${Partition}:ecs:\${Region}:\${Account}:cluster/\${ClusterName}\` |\n`,
    );
    expect(page).toContain(
      `\n| [\`ecs:task\`](${REFERENCE}#list_ecs-ecs_task) | ARN | one | ExecuteCommand |  |\n`,
    );
    expect(page).toContain(`: [\`list_ecs.html\`](${REFERENCE})\n`);
    expect(page).not.toMatch(/ more\b/);
  });

  test('the rows of a table have as many cells as its head', async () => {
    for (const prefix of ['ecs', 's3', 'sts', 'wam']) {
      const tables = (await output(prefix, ['--format', 'markdown']))
        .split('\n\n')
        .filter((text) => text.startsWith('|'));
      for (const table of tables) {
        const counts = table
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' | ').length);
        expect(new Set(counts).size, table).toBe(1);
      }
    }
  });
});

test('a service that does not exist is exit code 1, with the closest ones', async () => {
  const { exitCode, stdout, stderr } = await runInMemory(['catalog', 'service', 'ecss']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('no service has the prefix `ecss`');
  expect(stderr).toContain('`ecs`');
});
