import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWED, DENIED, fileOf } from './_testing/scenarioText.ts';
import { PEERS } from './_testing/peers.ts';

const ROOT = join(import.meta.dirname, '..');
// Beside `dist`, so that what looks for the manifest finds it one folder up. Everything is put in, so that the
// test needs no build of the other packages.
const PROGRAM = join(ROOT, '.cache', 'processTest.mjs');
let folder = '';

beforeAll(async () => {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/main.ts'],
    outfile: PROGRAM,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@policywright/source'],
    external: ['@policywright/codegen', 'yaml', ...PEERS],
  });
  folder = mkdtempSync(join(tmpdir(), 'policywright-process-'));
  writeFileSync(join(folder, 'allowed.json'), fileOf(ALLOWED));
  writeFileSync(join(folder, 'denied.json'), fileOf(DENIED));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(PROGRAM);
});

interface Run {
  readonly stdin?: string;
  readonly env?: Record<string, string>;
  /** Closes standard output at the first bytes. */
  readonly hangUp?: boolean;
}

function policywright(
  argv: readonly string[],
  { stdin = '', env = {}, hangUp = false }: Run = {},
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, env: { ...inherited, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
      if (hangUp) child.stdout.destroy();
    });
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    // A program that reads nothing may be gone before this is written.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

describe('as a process', () => {
  test.each([
    [['evaluate', 'allowed.json'], 0],
    [['evaluate', 'denied.json'], 1],
    [['evaluate', 'missing.json'], 2],
    [['evaluate', '.'], 2],
    [['test', '.'], 0],
    [['--version'], 0],
    [['nonsense'], 2],
  ])('%j ends with %i', async (argv, code) => {
    expect((await policywright(argv)).exitCode).toBe(code);
  });

  test('reads standard input', async () => {
    const { exitCode, stdout } = await policywright(['test', '-', '--format', 'json'], {
      stdin: fileOf(ALLOWED, DENIED),
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ total: 2, passed: 2 });
  });

  test('lint --fix writes the file, and a second run finds nothing to fix', async () => {
    const Statement = [{ Sid: '', Effect: 'Allow', Action: 'ecs:ListClusters', Resource: '*' }];
    const file = join(folder, 'policy.txt');
    writeFileSync(file, JSON.stringify({ Version: '2012-10-17', Statement }));
    expect((await policywright(['lint', 'policy.txt', '--fix'])).stderr).toBe('fixed 1 in policy.txt\n');
    expect(readFileSync(file, 'utf8')).not.toContain('Sid');
    expect((await policywright(['lint', 'policy.txt', '--fix'])).stderr).toBe('');
  });

  test.skipIf(process.platform === 'win32')(
    'lint --fix writes through a link that is named, and through none that a folder has',
    async () => {
      const Statement = [{ Sid: '', Effect: 'Allow', Action: 'ecs:ListClusters', Resource: '*' }];
      const outside = join(folder, 'outside.txt');
      const content = JSON.stringify({ Version: '2012-10-17', Statement });
      writeFileSync(outside, content);
      mkdirSync(join(folder, 'linked'));
      symlinkSync('../outside.txt', join(folder, 'linked/policy.json'));
      for (const argv of [['linked'], ['--listed', 'linked/policy.json']]) {
        const { exitCode, stdout, stderr } = await policywright([
          'lint',
          ...argv,
          '--fix',
          '--format',
          'json',
        ]);
        expect({ exitCode, stderr }).toEqual({
          exitCode: 0,
          stderr: 'not fixed, since it is a link: linked/policy.json\n',
        });
        expect(stdout).toContain('empty-sid-value');
        expect(readFileSync(outside, 'utf8')).toBe(content);
      }
      await policywright(['lint', 'linked/policy.json', '--fix']);
      expect(readFileSync(outside, 'utf8')).not.toContain('Sid');
    },
  );

  test('lint reads YAML', async () => {
    writeFileSync(
      join(folder, 'policy.yaml'),
      'Statement: { Effect: Allow, Action: "ecs:X", Resource: "*" }',
    );
    const { exitCode, stdout } = await policywright(['lint', 'policy.yaml', '--format', 'json']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('invalid-action');
  });

  test('empty standard input is a diagnostic', async () => {
    const { exitCode, stdout, stderr } = await policywright(['evaluate', '-']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('it is empty');
  });

  test('does not read endless input to its end', async () => {
    const { exitCode, stderr } = await policywright(['evaluate', '/dev/zero']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('too large');
  });

  test('a reader that hangs up is no error', async () => {
    const { exitCode, stderr } = await policywright(['catalog', 'expand', '*'], { hangUp: true });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  test('has no colours in a pipe, and has them on request', async () => {
    expect((await policywright(['evaluate', 'allowed.json'])).stdout).not.toContain('\u001b');
    expect(
      (await policywright(['evaluate', 'allowed.json'], { env: { FORCE_COLOR: '1' } })).stdout,
    ).toContain('\u001b[32m');
  });
});
