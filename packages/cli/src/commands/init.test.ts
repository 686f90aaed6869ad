import { expect, test } from 'vitest';
import { runInMemory } from '../_testing/runInMemory.ts';

const document = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const READ = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
  Condition: { Bool: { 'aws:SecureTransport': 'true' } },
};

test('an empty folder is given an example whose scenarios pass', async () => {
  const { exitCode, stdout, written } = await runInMemory(['init']);
  expect(exitCode).toBe(0);
  expect(Object.keys(written).sort()).toEqual([
    '.github/workflows/policywright.yml',
    'policies/deploy.json',
    'policies/deploy.scenario.json',
    'policywright.config.json',
  ]);
  expect(stdout).toContain(
    'Allow: `ecs:RunTask` on `arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:',
  );
  expect(stdout).toContain('next: npx policywright lint policies && npx policywright test policies\n');
  const next = await runInMemory(['test', 'policies'], { files: written });
  expect(next.stdout + next.stderr).toContain('2 passed');
  expect(next.exitCode).toBe(0);
  expect((await runInMemory(['lint', 'policies'], { files: written })).exitCode).toBe(0);
});

test('the scenario is about the first identity-based policy, with the context that it needs', async () => {
  const trust = document({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' });
  const files = { 'iam/a.json': trust, 'iam/b.json': 'no JSON', 'iam/read.json': document(READ) };
  const { written } = await runInMemory(['init', 'iam', '--no-workflow'], { files });
  expect(Object.keys(written).sort()).toEqual(['iam/read.scenario.json', 'policywright.config.json']);
  const scenario: unknown = JSON.parse(written['iam/read.scenario.json'] ?? '');
  expect(scenario).toMatchObject({
    $schema: '../node_modules/policywright/dist/schema/scenario.json',
    policies: { identity: [{ file: 'read.json' }] },
    scenarios: [
      { action: 's3:GetObject', context: { 'aws:SecureTransport': 'true' }, expected: 'Allow' },
      { action: 'iam:CreateAccessKey', expected: 'ImplicitDeny' },
    ],
  });
  const { exitCode } = await runInMemory(['test', 'iam/read.scenario.json'], {
    files: { ...files, ...written },
  });
  expect(exitCode).toBe(0);
});

test('what is there is kept', async () => {
  const files = {
    'policywright.config.ts': 'export default {};',
    'policies/p.json': document(READ),
    'policies/p.scenario.json': '[]',
    '.github/workflows/policywright.yml': 'name: mine',
  };
  const { written, stdout } = await runInMemory(['init'], { files });
  expect(written).toEqual({});
  expect(stdout.match(/^kept .*$/gm)).toEqual([
    'kept `policywright.config.ts`',
    'kept `policies/p.scenario.json`',
    'kept `.github/workflows/policywright.yml`',
  ]);
});

test('nothing is written by a dry run', async () => {
  const { written, stdout } = await runInMemory(['init', '--dry-run']);
  expect(written).toEqual({});
  expect(stdout).toContain('would write `policywright.config.json`');
});

test.each([
  [['init', 'p.json'], { 'p.json': '{}' }, false, '`p.json` is a file, expected the folder of the policies'],
  [['init'], {}, true, '`policywright.config.json` cannot be written: the file system is read-only'],
] as const)('%j with %j is an error', async (argv, files, readOnly, message) => {
  const { exitCode, stderr, written } = await runInMemory(argv, { files, readOnly });
  expect([exitCode, written]).toEqual([2, {}]);
  expect(stderr).toContain(message);
});

test('a folder with marks of the shell stays one word of the shell and of YAML', async () => {
  const { stdout, written } = await runInMemory(['init', `a'; rm "b`]);
  expect(stdout).toContain(`npx policywright lint 'a'\\''; rm "b' &&`);
  expect(written['.github/workflows/policywright.yml']).toContain(`lint: "a'; rm \\"b"\n`);
});
