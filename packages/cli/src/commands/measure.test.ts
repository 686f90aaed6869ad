import { expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

const policy = (actions: number, more: object = {}): string => {
  const Action = Array.from({ length: actions }, (_, index) => `s3:Get${String(index).padStart(6, '0')}`);
  const statement = { Effect: 'Allow', Action, Resource: '*', ...more };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, undefined, 1);
};
const files = {
  'small.json': policy(1),
  'middle.json': policy(200),
  'large.json': policy(2000),
  'trust.json': policy(1, { Principal: '*', Action: 'sts:AssumeRole', Resource: undefined }),
  'queue.json': policy(8, { Principal: '*' }),
};

async function holders(...argv: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { stdout } = await runInMemory(['measure', ...argv], { files });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

test('each holder that a policy of this form can have is measured as AWS counts', async () => {
  const rows = await holders('small.json');
  expect(rows.map(([holder]) => holder)).toEqual([
    'managed',
    'user',
    'group',
    'role',
    'boundary',
    'session',
    'scp',
  ]);
  const bare = JSON.stringify(JSON.parse(files['small.json'])).length;
  const whole = files['small.json'].length;
  expect(rows[0]).toEqual([
    'managed',
    'managed-policy',
    String(bare),
    '6144',
    String(6144 - bare),
    'characters',
    '',
    'a managed policy, also as permissions boundary (S36)',
  ]);
  expect(rows[6]?.slice(0, 7)).toEqual([
    'scp',
    'service-control-policy',
    String(whole),
    '10240',
    String(10_240 - whole),
    'characters',
    String(whole - bare),
  ]);
});

test('a policy with a principal has other holders', async () => {
  expect((await holders('trust.json')).map(([holder]) => holder)).toContain('trust');
  expect((await holders('queue.json')).map(([holder, quota]) => `${holder} ${quota}`)).toContain(
    'sqs sqs-actions-per-statement',
  );
});

test.each([
  [['small.json'], 0],
  [['middle.json'], 0],
  [['middle.json', '--holder', 'user'], 1],
  [['middle.json', '--holder', 'managed'], 0],
  [['large.json'], 1],
  [['queue.json', '--holder', 'sqs'], 1],
])('%j has exit code %i', async (argv, code) => {
  expect((await runInMemory(['measure', ...argv], { files })).exitCode).toBe(code);
});

test('JSON has the measurements', async () => {
  const { stdout } = await runInMemory(['measure', 'small.json', '--holder', 'role', '--format', 'json'], {
    files,
  });
  expect(JSON.parse(stdout)).toMatchObject({
    file: 'small.json',
    measurements: [{ holder: 'role', name: 'role-inline-policies', limit: 10_240, unit: 'characters' }],
  });
});

test.each([
  [['small.json', '--holder', 'nobody'], '`--holder` cannot be `nobody`'],
  [['small.json', '--holder', 'toString'], '`--holder` cannot be `toString`'],
  [['none.json'], 'no such file'],
  [['small.json', '--holder', 'trust'], 'Principal'],
])('%j is wrong usage', async (argv, words) => {
  const { exitCode, stdout, stderr } = await runInMemory(['measure', ...argv], { files });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(words);
});
