import { describe, expect, test } from 'vitest';
import { allow, document } from '../_testing/documents.ts';
import { runInMemory, type Outcome } from '../_testing/runInMemory.ts';

const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const TASK_ROLE = 'arn:aws:iam::111122223333:role/web-task';
const TRUST = document({
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

const FILES = {
  'run.json': document(allow('ecs:RunTask')),
  'pass.json': document(
    allow('iam:PassRole', {
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  ),
  'in-region.json': document(
    allow('ecs:RunTask', {
      Condition: { StringEquals: { 'ecs:cluster': 'x', 'aws:PrincipalTag/t': 'a' } },
    }),
  ),
  'in-vpc.json': document(
    allow('ecs:StopTask', { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
  ),
  'no-pass.json': document(allow('*'), { Effect: 'Deny', Action: 'iam:PassRole', Resource: '*' }),
  'all.json': document(allow('*')),
  'input.json': JSON.stringify({
    cluster: 'shop',
    taskDefinition: 'web:7',
    overrides: { taskRoleArn: TASK_ROLE },
  }),
  'world.json': JSON.stringify([
    { arn: TASK_ROLE, trust: { file: 'trust.json' } },
    { arn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7', tags: {}, roles: [] },
  ]),
  'trust.json': TRUST,
  'template.json': JSON.stringify({
    Resources: {
      Deploy: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: JSON.parse(TRUST),
          Policies: [
            {
              PolicyName: 'inline',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: allow('s3:GetObject', { Resource: { 'Fn::Sub': '${Bucket.Arn}/*' } }),
              },
            },
          ],
        },
      },
      Bucket: { Type: 'AWS::S3::Bucket' },
    },
  }),
};

function ask(...argv: readonly string[]): Promise<Outcome> {
  return runInMemory([...argv, '--as', ROLE, '--region', 'eu-west-1'], { files: FILES });
}
const runTask = (...argv: readonly string[]): readonly string[] => [
  'can',
  'ecs:RunTask',
  '--input',
  'input.json',
  '--world',
  'world.json',
  ...argv,
];
/** The lines of the checks. */
function checksOf({ stdout }: Outcome): readonly string[] {
  return stdout.split('\n').filter((line) => /^ {2}[✓✗?] /.test(line) && line.endsWith(')'));
}

describe('can OPERATION', () => {
  test('S180: allows a call when each check passes', async () => {
    const outcome = await ask(...runTask('--policy', 'run.json', '--policy', 'pass.json'));
    expect(outcome.stdout).toBe(
      [
        `✓ allowed: ecs:RunTask as ${ROLE}`,
        '',
        '  ✓ ecs:RunTask on arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7 (the call itself)',
        `  ✓ iam:PassRole on ${TASK_ROLE} (passes the role)`,
        `  ✓ sts:AssumeRole on ${TASK_ROLE} (the service assumes the role)`,
        '',
      ].join('\n'),
    );
    expect(outcome.exitCode).toBe(0);
  });

  test('S176: denies it when the role must not be passed, and says why', async () => {
    const outcome = await ask(...runTask('--policy', 'run.json'));
    expect(outcome.exitCode).toBe(1);
    expect(checksOf(outcome)[1]).toBe(`  ✗ iam:PassRole on ${TASK_ROLE} (passes the role)`);
    expect(outcome.stdout).toContain(`\niam:PassRole on ${TASK_ROLE}\n✗ ImplicitDeny\n`);
  });

  test('says what an answer depends on, with exit code 4', async () => {
    const outcome = await ask(...runTask('--policy', 'in-region.json', '--policy', 'pass.json'));
    expect(outcome.exitCode).toBe(1);
    const open = await ask(
      'can',
      'ecs:RunTask',
      '--input',
      'input.json',
      '--policy',
      'run.json',
      '--policy',
      'pass.json',
    );
    expect(open.exitCode).toBe(4);
    expect(open.stdout).toContain(`depends on:\n  trust policy of ${TASK_ROLE}\n`);
    const ignoring = await ask(
      ...runTask('--policy', 'run.json', '--policy', 'pass.json', '--ignore-perhaps'),
    );
    expect(ignoring.exitCode).toBe(0);
  });

  test('says what the trace of an open check takes for granted, in every format', async () => {
    const open = [
      'can',
      'ecs:RunTask',
      '--input',
      'input.json',
      '--policy',
      'run.json',
      '--policy',
      'pass.json',
    ];
    const assumed = `the trust policy of ${TASK_ROLE} let everything through`;
    expect((await ask(...open)).stdout).toContain(
      `\nsts:AssumeRole on ${TASK_ROLE}\nas if ${assumed}:\n✓ Allow\n`,
    );
    expect((await ask(...open, '--format', 'markdown')).stdout).toContain('\nAs if the trust policy of ');
    const json = JSON.parse((await ask(...open, '--format', 'json')).stdout) as {
      readonly checks: readonly { readonly action: string; readonly assumed: readonly string[] }[];
    };
    expect(json.checks.slice(0, 3).map((check) => [check.action, check.assumed])).toEqual([
      ['ecs:RunTask', []],
      ['iam:PassRole', []],
      ['sts:AssumeRole', [assumed]],
    ]);
    const onKeys = ['can', 'ecs:StopTask', '--policy', 'in-vpc.json'];
    expect((await ask(...onKeys)).stdout).toContain(
      '\nas if the resource were one that the statements name, and the request had no `aws:SourceVpc`:\n✗ ImplicitDeny\n',
    );
  });

  test('understands the spellings of the command line and of the SDK', async () => {
    for (const spelling of ['ECS:run-task', 'ecs:RunTaskCommand']) {
      const argv = runTask('--policy', 'run.json', '--policy', 'pass.json').with(1, spelling);
      expect((await ask(...argv)).stdout).toContain('✓ allowed: ecs:RunTask as');
    }
  });

  test('takes policies of a role in a template, and a boundary', async () => {
    const argv = ['can', 's3:GetObject', 'arn:aws:s3:::reports/1', '--policy', 'template.json#Deploy'];
    const outcome = await ask(...argv, '--value', 'Bucket=reports', '--value', 'AWS::Partition=aws');
    expect(outcome.exitCode).toBe(0);
    const bounded = await ask(
      ...argv,
      '--value',
      'Bucket=reports',
      '--value',
      'AWS::Partition=aws',
      '--boundary',
      'run.json',
    );
    expect(bounded.exitCode).toBe(1);
    expect(bounded.stdout).toContain('the permissions boundary does not allow');
  });

  describe('what a template does not know', () => {
    const arn = 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs';
    const queue = (properties: object): string => JSON.stringify({ Resources: properties });
    const files = {
      ...FILES,
      'access.json': queue({
        Access: {
          Type: 'AWS::SQS::QueuePolicy',
          Properties: {
            Queues: ['jobs'],
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: allow('sqs:*', { Principal: { AWS: ROLE }, Resource: { 'Fn::Sub': arn } }),
            },
          },
        },
      }),
      'queue.json': queue({
        Worker: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: {
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: allow('sqs:SendMessage', { Resource: { 'Fn::Sub': arn } }),
            },
          },
        },
      }),
    };
    const send = (...argv: readonly string[]): Promise<Outcome> =>
      runInMemory(['can', 'sqs:SendMessage', ...argv, '--policy', 'queue.json'], { files });
    const OWN = 'arn:aws:sqs:eu-west-1:111122223333:jobs';

    test('is taken from who calls and where, and from `--value` before that', async () => {
      const [as, region] = [
        ['--as', ROLE],
        ['--region', 'eu-west-1'],
      ];
      expect((await send(OWN, ...as, ...region)).exitCode).toBe(0);
      expect((await send(OWN.replace('eu-west-1', 'eu-west-2'), ...as, ...region)).exitCode).toBe(1);
      const other = ['--value', 'AWS::Region=eu-west-2'];
      expect((await send(OWN, ...as, ...region, ...other)).exitCode).toBe(1);
      expect((await send('--ever', OWN, ...as, ...region)).exitCode).toBe(0);
    });

    test('is asked for by the option that tells it', async () => {
      const { exitCode, stderr } = await send(OWN, '--as', ROLE);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('`AWS.Region` is not known before the template is deployed');
      expect(stderr).toContain('help: say what is meant: `--value AWS.Region=…`');
    });

    test('is no account of others: a template of the resource may be deployed in another', async () => {
      const [as, region] = [
        ['--as', ROLE],
        ['--region', 'eu-west-1'],
      ];
      const { stderr } = await send(OWN, ...as, ...region, '--resource-policy', 'access.json');
      expect(stderr).toContain('--resource-policy `access.json`: `AWS.AccountId` is not known');
    });
  });

  test('decides an action on a resource, by the context that is given', async () => {
    const argv = ['can', 'iam:PassRole', TASK_ROLE, '--policy', 'pass.json'];
    expect((await ask(...argv)).exitCode).toBe(4);
    const context = ['--context', 'iam:PassedToService=ecs-tasks.amazonaws.com'];
    expect((await ask(...argv, ...context)).exitCode).toBe(0);
    expect((await ask(...argv, '--context', 'iam:PassedToService=ec2.amazonaws.com')).exitCode).toBe(1);
  });

  test('is data with --format json', async () => {
    const { stdout } = await ask(...runTask('--policy', 'run.json', '--format', 'json'));
    expect(JSON.parse(stdout)).toMatchObject({
      operation: 'ecs:RunTask',
      answer: 'Denied',
      checks: [
        { action: 'ecs:RunTask', need: 'always', answer: 'Allow', reason: 'operation' },
        { action: 'iam:PassRole', resource: TASK_ROLE, need: 'thisCall', answer: 'Denied' },
        { action: 'sts:AssumeRole', reason: 'trust', answer: 'Allow' },
      ],
    });
  });

  test('is a table with --format markdown', async () => {
    const { stdout } = await ask(...runTask('--policy', 'run.json', '--format', 'markdown'));
    expect(stdout).toMatch(/^### ✗ `ecs:RunTask`: denied\n\n\|/);
    expect(stdout).toContain('`iam:PassRole`');
    const rows = stdout.split('\n').filter((line) => line.startsWith('|'));
    expect(rows[0]?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      '',
      'action',
      'resource',
      'why',
      'depends on',
      '',
    ]);
    const whyOf = (action: string): string | undefined =>
      rows
        .find((line) => line.includes(`\`${action}\``))
        ?.split('|')
        .at(4)
        ?.trim();
    expect(whyOf('ecs:RunTask')).toBe('the call itself');
    expect(whyOf('iam:PassRole')).toBe('passes the role');
    expect(whyOf('sts:AssumeRole')).toBe('the service assumes the role');
  });
});

describe('why', () => {
  test('prints the policy that would let the call through, after it was tried', async () => {
    const { stdout, exitCode } = await ask('why', ...runTask('--policy', 'run.json').slice(1));
    expect(exitCode).toBe(1);
    const [, suggested = ''] = stdout.split('A policy of the caller that would let it through:\n\n');
    expect(JSON.parse(suggested)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['iam:PassRole'],
          Resource: TASK_ROLE,
          Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
        },
      ],
    });
  });

  test.each([
    ['a Deny', ['--policy', 'no-pass.json'], 'denies'],
    ['a boundary', ['--policy', 'all.json', '--boundary', 'run.json'], 'permissions boundary'],
    ['an SCP', ['--policy', 'all.json', '--scp', 'run.json'], 'SCP level 1 does not allow'],
  ])('prints none where %s stands in the way, and says so', async (_, policies, words) => {
    const { stdout, exitCode } = await ask('why', ...runTask(...policies).slice(1));
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('A policy of the caller that would let it through');
    const [, stopped = ''] = stdout.split('No identity-based policy would let it through:\n');
    expect(stopped).toContain(`iam:PassRole on ${TASK_ROLE}: `);
    expect(stopped).toContain(words);
  });
});

test('an action on a resource needs no Region, unless a policy asks for it', async () => {
  const argv = ['can', 'ecs:StopTask', 'arn:aws:ecs:eu-west-1:111122223333:task/shop/1', '--as', ROLE];
  const any = await runInMemory([...argv, '--policy', 'all.json'], { files: FILES });
  expect([any.exitCode, any.stderr]).toEqual([0, '']);
  const held = await runInMemory([...argv, '--policy', 'held.json'], {
    files: {
      'held.json': document(
        allow('ecs:*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
      ),
    },
  });
  expect(held.exitCode).toBe(4);
  expect(held.stdout).toContain('aws:RequestedRegion');
});

test('statements are named by their file, in the trace and in what would have to change', async () => {
  const { stdout } = await ask('can', ...runTask('--policy', 'no-pass.json').slice(1));
  expect(stdout).toContain('statement `no-pass.json, statement 2` of the identity-based policy denies');
  expect(stdout).not.toContain('/identity/0');
  const json = await ask('can', ...runTask('--policy', 'no-pass.json', '--format', 'json').slice(1));
  expect(json.stdout).toContain('no-pass.json, statement 2');
});

describe('what cannot be asked is an error with its help', () => {
  test.each([
    [
      ['can', 'ecs:RunTsk'],
      'there is no operation and no action `ecs:RunTsk`',
      'did you mean `ecs:RunTask`?',
    ],
    [['can', 'ecs:Poll'], '`ecs:Poll` is an action that no operation has by its name', 'ACTION RESOURCE'],
    [['can', 'ecs:RunTask', '--policy', 'gone.json'], 'gone.json: no such file or folder', 'check the path'],
    [
      ['can', 'ecs:RunTask', '--policy', 'template.json#Deploi'],
      '`template.json#Deploi`: the file holds no policy of `Deploi`',
      '`template.json#Deploy/inline`',
    ],
    [['can', 'ecs:RunTask', '--policy', 'NoSuchPolicy'], 'AWS has no managed policy `NoSuchPolicy`', ''],
    [
      ['can', 'ecs:RunTask', '--input', 'world.json'],
      'world.json:1:1: the input is a list, expected an object',
      'JSON object',
    ],
    [
      ['can', 'PutObjectCommand'],
      'there is no operation and no action `PutObjectCommand`',
      'name the service as well: `mediapackagev2:PutObject`, `mediastore:PutObject`, `s3:PutObject`',
    ],
    [
      ['why', 'ecs:*'],
      'there is no operation and no action `ecs:*`',
      '`policywright can --ever ACTION RESOURCE`',
    ],
    [
      ['why', 's3:GetObject', 'docs/a', '--policy', 'all.json'],
      'the resource `docs/a` is no ARN, and not `*`',
      'such as `arn:aws:s3:::reports/1.pdf`',
    ],
    [
      ['can', 'ecs:RunTask', '--world', 'input.json'],
      'input.json:1:12: `cluster` is no ARN',
      'stands by their ARNs',
    ],
    [['can', 'ecs:RunTask', '--context', 'x'], '`--context` cannot be `x`', 'NAME=VALUE'],
  ])('%j', async (argv, message, help) => {
    const { exitCode, stderr, stdout } = await ask(...argv);
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('S128: a caller without account, and a call without Region', async () => {
    const noAccount = await runInMemory(['can', 'ecs:RunTask', '--as', 'alice', '--region', 'eu-west-1']);
    expect(noAccount.stderr).toContain('`--as` is `alice`, which is no ARN of a principal');
    const noRegion = await runInMemory(['can', 'ecs:RunTask', '--as', ROLE]);
    expect(noRegion.stderr).toContain('give `--region eu-west-1`, or set AWS_REGION');
    const env = { AWS_REGION: 'eu-west-1' };
    expect((await runInMemory(['can', 'ecs:RunTask', '--as', ROLE], { env })).exitCode).not.toBe(2);
  });

  test('an input that the operation cannot take is named by its member and its place', async () => {
    const files = { ...FILES, 'bad.json': JSON.stringify({ cluster: 'shop', taskDefinition: {} }) };
    const argv = ['can', 'ecs:RunTask', '--as', ROLE, '--region', 'eu-west-1', '--policy', 'all.json'];
    const { exitCode, stdout } = await runInMemory([...argv, '--input', 'bad.json'], { files });
    expect(exitCode).toBe(2);
    expect(stdout).toContain('error: bad.json:1:36: `taskDefinition` is not a text');
  });

  const BUCKET = 'arn:aws:s3:::docs';
  const OBJECT = `${BUCKET}/a`;
  const contradicting = {
    ...FILES,
    'get.json': JSON.stringify({ Bucket: 'docs', Key: 'a' }),
    'bucket.json': document({ ...allow('s3:GetObject'), Principal: '*' }),
    'byArn.json': JSON.stringify({ [BUCKET]: { policy: { file: 'bucket.json' } }, [OBJECT]: { tags: {} } }),
    'list.json': JSON.stringify([{ tags: { team: 'red' }, arn: OBJECT }]),
    'assume.json': JSON.stringify({ RoleArn: TASK_ROLE, RoleSessionName: 's' }),
  };
  test.each([
    [
      's3:GetObject --input get.json --world byArn.json --resource-policy bucket.json',
      'byArn.json:1:2: the policy of `arn:aws:s3:::docs` is given twice',
    ],
    [
      `s3:GetObject ${OBJECT} --world byArn.json --resource-policy bucket.json`,
      'byArn.json:1:2: the policy of `arn:aws:s3:::docs` is given twice',
    ],
    [
      'sts:AssumeRole --input assume.json --world world.json --resource-policy trust.json',
      `world.json:1:2: the policy of \`${TASK_ROLE}\` is given twice`,
    ],
    [
      's3:GetObject --input get.json --world list.json --context s3:ExistingObjectTag/team=blue',
      'list.json:1:2: `s3:ExistingObjectTag/team` is `blue`, and in the world',
    ],
    [
      's3:GetObject --input get.json --world byArn.json --context s3:ExistingObjectTag/team=blue',
      '`arn:aws:s3:::docs/a` has no such tag',
    ],
  ])('a world that contradicts: can %s', async (argv, message) => {
    const asked = ['can', ...argv.split(' '), '--as', ROLE, '--region', 'eu-west-1', '--policy', 'all.json'];
    const { exitCode, stderr, stdout } = await runInMemory(asked, { files: contradicting });
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});

test('text of policies and requests stays text', async () => {
  const files = { 'a.json': document(allow('ecs:RunTask', { Sid: 'A\u001b[2J' })) };
  const argv = ['why', 's3:GetObject', 'arn:aws:s3:::b/\u001b[2J', '--as', ROLE, '--region', 'eu-west-1'];
  const { stdout } = await runInMemory([...argv, '--policy', 'a.json'], { files });
  expect(stdout).toContain('denied');
  expect(stdout).not.toContain('\u001b');
});

describe('a stack', () => {
  const template = [
    'Resources:',
    '  Queue:',
    '    Type: AWS::SQS::Queue',
    '    Properties:',
    '      QueueName: !Sub jobs-${Stage}',
  ];
  const input = JSON.stringify({ StackName: 'web', TemplateBody: template.join('\n') });
  const args = ['--as', ROLE, '--policy', 'all.json', '--input', 'stack.json', '--region', 'eu-west-1'];

  test('without a role has its resources made in the name of the caller, also of a template in YAML', async () => {
    const files = { ...FILES, 'stack.json': input };
    const can = (...more: readonly string[]) =>
      runInMemory(['can', 'cloudformation:CreateStack', ...args, ...more], { files });
    const { stdout, exitCode } = await can();
    expect(stdout).toContain('sqs:CreateQueue');
    expect(stdout).toContain('what AWS CloudFormation asks for besides sqs:CreateQueue to make Queue');
    expect(exitCode).toBe(4);
    expect((await can('--ignore-perhaps')).exitCode).toBe(0);
  });

  test('whose template cannot be read is never allowed', async () => {
    const broken = JSON.stringify({ StackName: 'web', TemplateBody: 'Resources: [' });
    const files = { ...FILES, 'stack.json': broken };
    const { stdout, exitCode } = await runInMemory(
      ['can', 'cloudformation:CreateStack', ...args, '--ignore-perhaps'],
      { files },
    );
    expect([exitCode, stdout.includes('which is no template in JSON')]).toEqual([4, true]);
  });
});

test('an input that cannot be read is named with its place', async () => {
  const files = { ...FILES, 'broken.json': '{\n  "cluster": ,\n}' };
  const args = ['can', 'ecs:RunTask', '--as', ROLE, '--policy', 'all.json', '--region', 'eu-west-1'];
  const { stderr, exitCode } = await runInMemory([...args, '--input', 'broken.json'], { files });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('broken.json:2:14');
});
