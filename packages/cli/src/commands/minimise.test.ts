import { expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 4);
const files = {
  'large.json': policy(
    { Sid: 'One', Effect: 'Allow', Action: ['s3:GetObject', 's3:Get*'], Resource: '*' },
    { Sid: 'Two', Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
  ),
  'small.json': policy({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }).replaceAll(/\s/g, ''),
  'hidden.json': policy({
    Effect: 'Allow',
    Action: 's3:Get*',
    Resource: 'arn:aws:s3:::\u202e\u{e0041}/##[x]',
  }),
};

test('the policy is on standard output, what was done on standard error', async () => {
  const { exitCode, stdout, stderr } = await runInMemory(['minimise', 'large.json', '--drop-sids'], {
    files,
  });
  expect(exitCode).toBe(0);
  expect(stdout).toBe(
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:Get*","s3:PutObject"],"Resource":"*"}}\n',
  );
  expect(stderr).toContain('/Statement/0/Sid: dropped the `Sid`');
  expect(stderr).toMatch(/\n\d+ characters without white space, \d+ fewer\n$/);
});

test('on a terminal the policy is indented', async () => {
  const { stdout } = await runInMemory(['minimise', 'small.json'], { files, isTTY: true });
  expect(stdout.split('\n')[1]).toBe('  "Version": "2012-10-17",');
});

test('JSON has the sizes, the steps and the policy as text', async () => {
  const { stdout } = await runInMemory(['minimise', 'large.json', '--format', 'json'], { files });
  const answer = JSON.parse(stdout) as Readonly<Record<string, unknown>>;
  expect(answer).toMatchObject({ file: 'large.json', steps: [{ kind: 'drop-covered-value' }] });
  expect(String(answer['policy'])).toHaveLength(Number(answer['after']));
});

test('--check prints no policy, and says by the exit code whether there is a smaller one', async () => {
  const large = await runInMemory(['minimise', 'large.json', '--check'], { files });
  expect(large).toMatchObject({ exitCode: 1, stdout: '' });
  const small = await runInMemory(['minimise', '-', '--check', '--drop-sids'], {
    stdin: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}',
  });
  expect(small).toMatchObject({ exitCode: 0, stdout: '' });
  expect(small.stderr).toContain('nothing to gain');
});

test('the text of the policy stays text, and the same for who reads it', async () => {
  for (const isTTY of [false, true]) {
    const { stdout } = await runInMemory(['minimise', 'hidden.json'], { files, isTTY });
    expect(stdout).toMatch(/^[ -~\n]+$/);
    expect(stdout).not.toContain('##[');
    expect(JSON.parse(stdout)).toMatchObject({
      Statement: { Resource: 'arn:aws:s3:::\u202e\u{e0041}/##[x]' },
    });
  }
});

test.each([
  ['{', 'expected'],
  ['{"Version":"2012-10-17"}', 'Statement'],
  ['', 'it is empty'],
])('%s is exit code 2', async (text, words) => {
  const { exitCode, stdout, stderr } = await runInMemory(['minimise', 'x.json'], {
    files: { 'x.json': text },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(words);
});
