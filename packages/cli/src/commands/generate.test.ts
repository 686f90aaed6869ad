import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFiles } from '../io/nodeIo.ts';
import { run } from '../run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policywright-generate-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function generate(...argv: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const exitCode = await run(['generate', ...argv], {
    stdout: { write: (text) => void (stdout += text), isTTY: false },
    stderr: { write: (text) => void (stderr += text), isTTY: false },
    readStdin: async () => new Uint8Array(),
    files: nodeFiles,
    cwd: folder,
    env: {},
  });
  return { exitCode, stdout, stderr };
}

test('writes the files, finds them up to date, and tells when one is not', async () => {
  const first = await generate('--services', 'ecs, s3', '--out', 'iam');
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).toContain('wrote    iam/ecs.ts\n');
  expect(readdirSync(join(folder, 'iam'))).toEqual(expect.arrayContaining(['ecs.ts', 's3.ts']));

  expect(await generate('--services', 'ecs,s3', '--out', 'iam', '--check')).toMatchObject({
    exitCode: 0,
    stderr: '',
  });

  const path = join(folder, 'iam', 'ecs.ts');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace('RunTask', 'RunTsk'));
  const drifted = await generate('--services', 'ecs,s3', '--out', 'iam', '--check');
  expect(drifted.exitCode).toBe(1);
  expect(drifted.stdout).toBe('differs  iam/ecs.ts\n');
  expect(drifted.stderr).toContain('RunTsk');

  // What somebody edited is not overwritten.
  expect((await generate('--services', 'ecs,s3', '--out', 'iam')).exitCode).toBe(2);
  expect(readFileSync(path, 'utf8')).toContain('RunTsk');
});

test('--check on nothing writes nothing and says what is missing', async () => {
  const { exitCode, stdout } = await generate(
    '--services',
    'ecs',
    '--out',
    'iam',
    '--check',
    '--format',
    'json',
  );
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ written: [], drifted: expect.arrayContaining(['iam/ecs.ts']) });
  expect(existsSync(join(folder, 'iam'))).toBe(false);
});

test('an unknown service is named with the closest one', async () => {
  const { exitCode, stdout, stderr } = await generate('--services', 'ecss', '--out', 'iam');
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('did you mean `ecs`?');
});

test('without a folder or services, the message says how to name them', async () => {
  expect((await generate('--services', 'ecs')).stderr).toContain('--out src/iam');
  expect((await generate('--out', 'iam')).stderr).toContain('--services ecs,s3');
});

test('--config reads a file of another folder, and its mistakes are shown in place', async () => {
  const config = join(folder, 'policywright.config.json');
  writeFileSync(config, '{\n  "generate": { "services": ["ecs"], "out": 7 }\n}\n');
  const wrong = await generate('--config', config);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('policywright.config.json:2:');

  writeFileSync(config, '{ "generate": { "services": ["ecs"], "out": "iam" } }');
  expect((await generate('--config', config)).exitCode).toBe(0);
  expect(existsSync(join(folder, 'iam', 'ecs.ts'))).toBe(true);
});

test('--config wants one of the names that there are, and a file that exists', async () => {
  const misspelt = await generate('--config', 'policywrigth.config.json');
  expect(misspelt.exitCode).toBe(2);
  expect(misspelt.stderr).toContain('did you mean `policywright.config.json`?');
  const missing = await generate('--config', 'policywright.config.json', '--services', 'ecs', '--out', 'iam');
  expect(missing.exitCode).toBe(2);
  expect(missing.stderr).toContain('no such file');
});
