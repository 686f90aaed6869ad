import { describe, expect, test } from 'vitest';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';

const ROLE = 'arn:aws:iam::111122223333:role/deploy';
const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (Action: unknown, Resource: unknown = '*', more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const WRITE = allow(['s3:PutObject', 's3:DeleteObject'], 'arn:aws:s3:::logs/*', { Sid: 'Write' });
const FILES = {
  'write.json': policy(WRITE),
  'guarded.json': policy(WRITE, { Effect: 'Deny', Action: 's3:Delete*', Resource: '*' }),
  'boundary.json': policy(allow('s3:Put*')),
  'scp.json': policy(allow('*'), {
    Effect: 'Deny',
    Action: 's3:Delete*',
    Resource: '*',
    Condition: { Null: { 'aws:MultiFactorAuthPresent': 'true' } },
  }),
  'bucket.json': policy({
    Effect: 'Allow',
    Principal: { AWS: ROLE },
    Action: 's3:DeleteObject',
    Resource: 'arn:aws:s3:::logs/*',
  }),
  'keys.json': policy(allow('kms:Decrypt')),
};

const ever = (...argv: readonly string[]): Promise<Outcome> =>
  runInMemory(['can', '--ever', ...argv], { files: FILES });
const DELETE = ['s3:Delete*', 'arn:aws:s3:::logs/*'] as const;

test('yes comes with a request, the statement that allows it, and what is taken for granted', async () => {
  const { exitCode, stdout } = await ever(...DELETE, '--policy', 'write.json');
  expect(stdout).toContain('yes: s3:Delete* on arn:aws:s3:::logs/*\n');
  expect(stdout).toContain('  for example: s3:DeleteObject on arn:aws:s3:::logs/example\n');
  expect(stdout).toContain('  allowed by: statement `Write` (/identity/0/Statement/0)\n');
  expect(stdout).toContain('and resource policies leave it to the account\n');
  expect(exitCode).toBe(0);
});

describe('never is a proof', () => {
  test.each([
    ['a Deny', ['--policy', 'guarded.json']],
    ['a boundary', ['--policy', 'write.json', '--boundary', 'boundary.json']],
    ['a session policy', ['--policy', 'write.json', '--session', 'boundary.json']],
    ['an SCP', ['--policy', 'write.json', '--scp', 'boundary.json']],
    ['no statement', ['--policy', 'keys.json']],
  ])('by %s', async (_, options) => {
    const { exitCode, stdout } = await ever(...DELETE, '--as', ROLE, ...options);
    expect(stdout).toContain(
      'never: s3:Delete* on arn:aws:s3:::logs/*\n  why: no request is allowed: this is a proof\n',
    );
    expect(exitCode).toBe(1);
  });

  test('which a condition of an SCP that can be met is not', async () => {
    const argv = [...DELETE, '--as', ROLE, '--policy', 'write.json', '--scp', 'scp.json'];
    const { exitCode, stdout } = await ever(...argv);
    expect(stdout).toContain('with aws:MultiFactorAuthPresent = true\n');
    expect(exitCode).toBe(0);
  });
});

test('a caller that is named has the policies that are given, any other may have its own', async () => {
  const limited = [...DELETE, '--scp', 'scp.json'];
  const anybody = await ever(...limited);
  expect([anybody.exitCode, anybody.stdout.split('\n')[0]]).toEqual([
    4,
    'unknown: s3:Delete* on arn:aws:s3:::logs/*',
  ]);
  const named = await ever(...limited, '--as', ROLE);
  expect([named.exitCode, named.stdout.split('\n')[0]]).toEqual([
    1,
    'never: s3:Delete* on arn:aws:s3:::logs/*',
  ]);
});

test('the policy of a resource counts, also of another account', async () => {
  const bucket = ['--as', ROLE, '--resource-policy', 'bucket.json'];
  expect((await ever(...DELETE, ...bucket)).exitCode).toBe(0);
  const queue = [
    'sqs:SendMessage',
    'arn:aws:sqs:us-east-1:444455556666:jobs',
    '--as',
    ROLE,
    '--policy',
    'write.json',
  ];
  const { exitCode, stdout } = await ever(...queue);
  expect(stdout).toContain('unknown: sqs:SendMessage on arn:aws:sqs:us-east-1:444455556666:jobs\n');
  expect(stdout).toContain('  why: the resource is in account 444455556666, whose policy decides too');
  expect(exitCode).toBe(4);
});

test('S171: keys leave it to the account unless their policy is given', async () => {
  expect((await ever('kms:Decrypt', '*', '--policy', 'keys.json')).exitCode).toBe(0);
});

test('a budget that is spent is unknown, with the reason', async () => {
  const { exitCode, stdout } = await ever(...DELETE, '--policy', 'write.json', '--budget', '1');
  expect(stdout).toContain('  why: more steps than the budget has (1)\n');
  expect(exitCode).toBe(4);
});

test('as data, with the request and a scenario that replays', async () => {
  const { stdout } = await ever(...DELETE, '--policy', 'write.json', '--format', 'json');
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({
    answer: 'yes',
    request: { action: 's3:DeleteObject' },
    statements: [{ ref: '/identity/0/Statement/0', sid: 'Write' }],
    vacuous: false,
    reasons: [],
  });
  const files = { 'w.scenario.json': JSON.stringify(answer.scenario) };
  const replayed = await runInMemory(['test', 'w.scenario.json'], { files });
  expect(replayed.stdout).toContain('1 passed, 0 failed');
});

test('as Markdown', async () => {
  const { stdout } = await ever(...DELETE, '--policy', 'guarded.json', '--format', 'markdown');
  expect(stdout).toContain('## never: `s3:Delete*` on `arn:aws:s3:::logs/*`\n');
});

test.each([
  [['s3:Delete*'], '`--ever` needs a resource'],
  [['s3:Nope', '*'], 'there is no action `s3:Nope`'],
  [['s3:*', '*', '--input', 'x.json'], '`--input` is of a call'],
  [['s3:*', '*', '--as', 'me'], '`--as` is `me`'],
])('%j is wrong usage', async (argv, words) => {
  const { exitCode, stderr } = await ever(...argv, '--policy', 'write.json');
  expect(stderr).toContain(words);
  expect(exitCode).toBe(2);
});
