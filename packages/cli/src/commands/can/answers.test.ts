import { describe, expect, test } from 'vitest';
import { allow, document } from '../../_testing/documents.ts';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/deploy`;
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1`;

const FILES = {
  'all.json': document(allow('*')),
  's3.json': document(allow('s3:*')),
  'sqs.json': document(allow('sqs:*')),
  'rcp.json': document(allow('*', { Principal: '*' })),
  'rcp-sqs.json': document(allow('sqs:*', { Principal: '*' })),
  'put.json': JSON.stringify({
    Bucket: 'docs',
    Key: 'a',
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: KEY,
  }),
  'world.json': JSON.stringify({ [KEY]: { policy: { default: 'key-policy' } } }),
  'in-vpc.json': document(
    allow('ecs:StopTask', { Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
  ),
};
const PUT = ['s3:PutObject', '--input', 'put.json', '--world', 'world.json'];

interface Given {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

function ask(argv: readonly string[], { files, ...given }: Given = {}): Promise<Outcome> {
  return runInMemory([...argv, '--as', ROLE, ...('env' in given ? [] : ['--region', 'eu-west-1'])], {
    files: { ...FILES, ...files },
    ...given,
  });
}

describe('policies of the organization', () => {
  const get = ['can', 's3:GetObject', 'arn:aws:s3:::docs/a', '--policy', 'all.json'];

  test('are a level each: all levels have to allow', async () => {
    const held = await ask([...get, '--scp', 'all.json', '--scp', 'sqs.json']);
    expect([held.exitCode, held.stdout.includes('SCP level 2 does not allow')]).toEqual([1, true]);
    expect((await ask([...get, '--scp', 'all.json', '--scp', 's3.json'])).exitCode).toBe(0);
    const owner = [...get, '--context', `aws:ResourceAccount=${ACCOUNT}`];
    const resource = await ask([...owner, '--rcp', 'rcp.json', '--rcp', 'rcp-sqs.json']);
    expect([resource.exitCode, resource.stdout.includes('RCP level 2 does not allow')]).toEqual([1, true]);
  });
});

test('the Region is that of the environment where no option has it, by either of its names', async () => {
  const stop = ['can', 'ecs:ListClusters', '--policy', 'eu.json'];
  const files = {
    'eu.json': document(
      allow('ecs:*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
    ),
  };
  expect((await ask(stop, { files, env: { AWS_DEFAULT_REGION: 'eu-west-1' } })).exitCode).toBe(0);
  expect(
    (await ask(stop, { files, env: { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'eu-west-1' } })).exitCode,
  ).toBe(1);
  expect((await ask(stop, { files, env: { AWS_REGION: '' } })).exitCode).toBe(2);
});

test('a context key that is given twice has both values', async () => {
  const files = {
    'tags.json': document(
      allow('s3:*', { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a'] } } }),
    ),
  };
  const argv = [
    'can',
    's3:TagResource',
    'arn:aws:s3:::docs',
    '--policy',
    'tags.json',
    '--context',
    'aws:TagKeys=a',
  ];
  expect((await ask(argv, { files })).exitCode).toBe(0);
  expect((await ask([...argv, '--context', 'aws:TagKeys=b'], { files })).exitCode).toBe(1);
  expect((await ask([...argv.slice(0, -1), '=a'], { files })).stderr).toContain('`--context` cannot be `=a`');
});

describe('the policy that would let a call through', () => {
  const suggested = ({ stdout }: Outcome): unknown => {
    const [, text = ''] = stdout.split('A policy of the caller that would let it through:\n\n');
    return (JSON.parse(text) as { readonly Statement: unknown }).Statement;
  };

  test('names a service for keys that it uses, the key once, and its actions in order', async () => {
    const outcome = await ask(['why', ...PUT, '--policy', 'sqs.json']);
    expect(outcome.exitCode).toBe(1);
    expect(suggested(outcome)).toEqual([
      { Effect: 'Allow', Action: ['s3:PutObject'], Resource: 'arn:aws:s3:::docs/a' },
      {
        Effect: 'Allow',
        Action: ['kms:GenerateDataKey'],
        Resource: KEY,
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
      },
    ]);
  });

  test('names the service of a service-linked role', async () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`;
    const context = ['--context', 'iam:AWSServiceName=ecs.amazonaws.com'];
    const outcome = await ask([
      'why',
      'iam:CreateServiceLinkedRole',
      role,
      '--policy',
      's3.json',
      ...context,
    ]);
    expect(suggested(outcome)).toEqual([
      {
        Effect: 'Allow',
        Action: ['iam:CreateServiceLinkedRole'],
        Resource: role,
        Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
      },
    ]);
  });

  test('is for all of a kind where the call does not tell which', async () => {
    expect(suggested(await ask(['why', 'ecs:StopTask', '--policy', 's3.json']))).toEqual([
      {
        Effect: 'Allow',
        Action: ['ecs:StopTask'],
        Resource: `arn:aws:ecs:eu-west-1:${ACCOUNT}:task/default/*`,
      },
    ]);
  });

  test('leaves out what the call only may need', async () => {
    const { stdout, exitCode } = await ask(['why', 'ecs:CreateCluster', '--policy', 'ecs.json'], {
      files: { 'ecs.json': document(allow('ecs:*')) },
    });
    expect(exitCode).toBe(4);
    expect(stdout).toContain('(makes the service-linked role, perhaps)');
    expect(stdout).not.toContain('would let it through');
  });

  test('is refused where the trust of a service is what is missing', async () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/fn`;
    const files = {
      'fn.json': JSON.stringify({ FunctionName: 'f', Role: role, Code: { ZipFile: '' } }),
      'trust.json': document({
        Effect: 'Allow',
        Principal: { Service: 'ec2.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    };
    const argv = [
      'why',
      'lambda:CreateFunction',
      '--input',
      'fn.json',
      '--policy',
      'all.json',
      '--trust',
      'trust.json',
    ];
    const { stdout, exitCode } = await ask(argv, { files });
    expect(exitCode).toBe(1);
    expect(stdout).toContain(
      `\nNo identity-based policy would let it through:\n  sts:AssumeRole on ${role}: `,
    );
    expect(stdout).toContain('(the service assumes the role)');
  });
});

test('an answer as Markdown says what it depends on', async () => {
  const { stdout, exitCode } = await ask([
    'can',
    'ecs:StopTask',
    '--policy',
    'in-vpc.json',
    '--format',
    'markdown',
  ]);
  expect(exitCode).toBe(4);
  expect(stdout).toContain('\nDepends on `aws:SourceVpc`.');
});

test('an answer as data has what is known of each check, and where that is from', async () => {
  const argv = ['can', 'ecs:StopTask', '--policy', 'in-vpc.json', '--format', 'json'];
  const { checks } = JSON.parse((await ask(argv)).stdout) as { readonly checks: readonly object[] };
  expect(checks).toMatchObject([
    {
      resource: null,
      resourcePattern: `arn:aws:ecs:eu-west-1:${ACCOUNT}:task/default/*`,
      resourceType: 'task',
      need: 'always',
      answer: 'Depends',
      possible: ['Allow', 'ImplicitDeny'],
      dependsOn: ['aws:SourceVpc'],
      source: { url: expect.stringContaining('docs.aws.amazon.com') as unknown },
    },
  ]);
});

test('an answer as data names the policies that nobody tells', async () => {
  const argv = ['can', 's3:PutObject', '--input', 'put.json', '--policy', 'all.json', '--format', 'json'];
  const { stdout, exitCode } = await ask(argv);
  const { checks } = JSON.parse(stdout) as { readonly checks: readonly object[] };
  expect(exitCode).toBe(4);
  expect(checks.at(-1)).toMatchObject({
    action: 'kms:GenerateDataKey',
    answer: 'Depends',
    dependsOn: [`key policy of ${KEY}`],
  });
});

describe('standard input', () => {
  const run = ['can', 'ecs:RunTask', '--policy', 'all.json', '--input', '-'];

  test('holds the input of an operation, and is named where it is wrong', async () => {
    const fine = await ask(run, { stdin: '{"taskDefinition":"web:7"}' });
    expect(fine.stdout).toContain(`ecs:RunTask on arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:7`);
    const broken = await ask(run, { stdin: '{"taskDefinition": }' });
    expect([broken.exitCode, broken.stderr.includes('<stdin>:1:20: ')]).toEqual([2, true]);
    const bad = await ask(run, { stdin: '{"taskDefinition": true}' });
    expect([
      bad.exitCode,
      bad.stdout.includes('error: <stdin>:1:20: `taskDefinition` is not a text'),
    ]).toEqual([2, true]);
  });

  test.each([
    ['null', 'null'],
    ['[]', 'a list'],
    ['"text"', 'a string'],
    ['7', 'a number'],
  ])('that holds %s holds no input', async (stdin, kind) => {
    const { exitCode, stderr } = await ask(run, { stdin });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`<stdin>:1:1: the input is ${kind}, expected an object`);
  });

  test('is one thing only', async () => {
    const { exitCode, stderr } = await ask(['can', 'ecs:RunTask', '--policy', '-', '--input', '-'], {
      stdin: '{}',
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`--input -` and `--policy -`: standard input can be one of them only');
  });

  test('holds a world, too', async () => {
    const { exitCode, stderr } = await ask(['can', 'ecs:ListClusters', '--world', '-'], {
      stdin: '{"x": {}}',
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('<stdin>:1:7: `x` is no ARN');
  });
});
