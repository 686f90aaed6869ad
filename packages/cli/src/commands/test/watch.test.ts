import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runInMemory } from '../../_testing/runInMemory.ts';
import { ALLOWED, DENIED, fileOf } from '../../_testing/scenarioText.ts';
import { nodeIo } from '../../io/nodeIo.ts';
import { runOnChange } from '../_internals/runOnChange.ts';
import { watchPaths } from '../_internals/watchPaths.ts';
import { PEERS } from '../../_testing/peers.ts';

const SOON = 20_000;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-watch-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('watching paths', () => {
  /** Whether a change is noticed within a moment. */
  async function notices(cwd: string, path: string, change: () => void): Promise<boolean> {
    const { changed, close } = watchPaths(cwd, [path]);
    change();
    const moment = new Promise<false>((fulfil) => setTimeout(() => fulfil(false), 600));
    const noticed = await Promise.race([changed.then(() => true), moment]);
    close();
    return noticed;
  }

  test('a file, also one that is not there yet', async () => {
    const cwd = temporaryFolder();
    const write = (): void => writeFileSync(join(cwd, 'a.json'), '{}');
    expect(await notices(cwd, 'a.json', write)).toBe(true);
    expect(await notices(cwd, 'a.json', write)).toBe(true);
    expect(await notices(cwd, 'a.json', () => writeFileSync(join(cwd, 'b.json'), '{}'))).toBe(false);
  });

  test('a folder, what is below it, and new folders', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 's/deep'), { recursive: true });
    mkdirSync(join(cwd, 's/node_modules'));
    const write = (path: string) => (): void => writeFileSync(join(cwd, path), '{}');
    expect(await notices(cwd, 's', write('s/a.json'))).toBe(true);
    expect(await notices(cwd, 's', write('s/deep/b.json'))).toBe(true);
    expect(await notices(cwd, 's', () => mkdirSync(join(cwd, 's/new')))).toBe(true);
    expect(await notices(cwd, 's', write('s/notes.txt'))).toBe(false);
    expect(await notices(cwd, 's', write('s/node_modules/c.json'))).toBe(false);
  });
});

test('runs at once and after each change, and clears the screen of a terminal only', async () => {
  for (const isTTY of [false, true]) {
    const cwd = temporaryFolder();
    let text = '';
    let runs = 0;
    let stop = (): void => undefined;
    const stopped = new Promise<void>((fulfil) => (stop = fulfil));
    const stdout = { isTTY, write: (part: string) => void (text += part) };
    const io = { ...nodeIo(), cwd, stdout, env: { NO_COLOR: '1' } };
    const ended = runOnChange({
      io,
      paths: ['a.json'],
      run: async () => void (runs += 1),
      stopped,
      clears: true,
    });
    await vi.waitFor(() => expect(text).toContain('waiting'), SOON);
    expect(runs).toBe(1);
    writeFileSync(join(cwd, 'a.json'), '{}');
    await vi.waitFor(() => expect(runs).toBe(2), SOON);
    stop();
    await ended;
    expect(text.includes('\u001b[2J')).toBe(isTTY);
    expect(text.match(/waiting for changes; Ctrl-C ends\n/g)).toHaveLength(2);
  }
});

test('Ctrl-C ends the process with 0, whatever the last run found', async () => {
  const folder = temporaryFolder();
  const program = join(import.meta.dirname, '../../../.cache/watchTest.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../../main.ts')],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    conditions: ['@policywright/source'],
    external: ['@policywright/codegen', 'yaml', ...PEERS],
  });
  onTestFinished(() => rmSync(program));
  const file = join(folder, 'a.json');
  writeFileSync(file, fileOf(ALLOWED));
  const child = spawn(process.execPath, [program, 'test', '.', '--watch'], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  const closed = new Promise<readonly [number | null, string | null]>((fulfil) =>
    child.on('close', (code, signal) => fulfil([code, signal])),
  );
  await vi.waitFor(() => expect(stdout).toContain('✓ 1 passed, 0 failed, 1 total\nwaiting'), SOON);
  writeFileSync(file, fileOf(ALLOWED, { ...DENIED, expected: 'Allow' }));
  await vi.waitFor(() => expect(stdout).toContain('✗ 1 passed, 1 failed, 2 total\nwaiting'), SOON);
  child.kill('SIGINT');
  expect(await closed).toEqual([0, null]);
});

describe('--watch refuses', () => {
  test.each([
    [['-'], 'cannot watch standard input'],
    [['a.json', '--format', 'json'], 'prints text'],
  ])('%j', async (argv, message) => {
    const { exitCode, stderr } = await runInMemory(['test', ...argv, '--watch']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
