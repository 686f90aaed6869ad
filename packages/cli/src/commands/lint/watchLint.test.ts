import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildCommand } from '../../_testing/builtCommand.ts';
import { runInMemory } from '../../_testing/runInMemory.ts';

const SOON = { timeout: 20_000, interval: 20 };
const policy = (...actions: readonly string[]): string =>
  JSON.stringify(
    { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: actions, Resource: '*' }] },
    undefined,
    2,
  );

/** A folder, the command that watches it, and what that says from one change to the next. */
async function watching(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'policywright-lint-watch-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const command = await buildCommand();
  onTestFinished(command.remove);
  const child = command.start(['lint', 'p', '--watch', ...argv], { cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const closed = new Promise<readonly [number | null, string | null]>((fulfil) =>
    child.on('close', (code, signal) => fulfil([code, signal])),
  );
  const runs = (): readonly string[] => stdout.split('waiting for changes; Ctrl-C ends\n');
  let count = 0;
  /** What the next run says. */
  const next = async (): Promise<string> => {
    count += 1;
    await vi.waitFor(() => expect(runs().length).toBeGreaterThan(count), SOON);
    return runs()[count - 1] ?? '';
  };
  return { cwd, child, closed, write, next, stderr: () => stderr };
}

test('shows what comes and goes as files are written, broken, renamed and removed, and ends with 0', async () => {
  const { cwd, child, closed, write, next, stderr } = await watching({
    'p/a.json': policy('ecs:StopTsak'),
    'p/b.json': policy('ecs:StopTask'),
  });
  expect(await next()).toContain('error[invalid-action]');

  write('p/b.json', policy('ecs:StopTask', 'ecs:RunTsak'));
  const fresh = await next();
  expect(fresh).toMatch(/error\[invalid-action\]: .*RunTsak/);
  expect(fresh).not.toContain('StopTsak');
  expect(fresh).toContain('\nfound 2 errors in 2 files\n');

  write('p/a.json', policy('ecs:StopTask'));
  expect(await next()).toMatch(
    /^no more\[invalid-action\]: .*StopTsak.*\n --> p\/a\.json\n\nfound 1 error in 2 files\n$/,
  );

  write('p/b.json', policy('ecs:RunTsak').slice(0, -9));
  const broken = await next();
  expect(broken).toContain('error[json-syntax-error]');
  write('p/b.json', policy('ecs:RunTsak'));
  expect(await next()).toContain('no more[json-syntax-error]');

  mkdirSync(join(cwd, 'p/new'));
  await next();
  renameSync(join(cwd, 'p/b.json'), join(cwd, 'p/new/c.json'));
  const renamed = await next();
  expect(renamed).toContain('p/new/c.json:');
  expect(renamed).toContain('no policy any more: p/b.json, which had 1 finding\n');

  // At once, so that there is one change to see.
  renameSync(join(cwd, 'p'), join(cwd, 'gone'));
  expect(await next()).toContain('no policy any more: p/a.json\n');
  await vi.waitFor(() => expect(stderr()).toContain('no such file or folder'), SOON);
  const before = stderr();
  write('gone/a.json', policy('ecs:StopTsak'));
  renameSync(join(cwd, 'gone'), join(cwd, 'p'));
  expect(await next()).toContain('error[invalid-action]');
  expect(stderr()).toBe(before);

  child.kill('SIGINT');
  expect(await closed).toEqual([0, null]);
}, 90_000);

test('takes another configuration and another list of what is left out, and a mistake in one ends nothing', async () => {
  const { child, closed, write, next, stderr } = await watching(
    { 'p/a.json': policy('ecs:StopTsak'), 'p/b.json': policy('ecs:RunTsak') },
    '--cache',
  );
  expect(await next()).toContain('found 2 errors');
  write('.policywrightignore', 'b.json\n');
  expect(await next()).toContain(
    'no policy any more: p/b.json, which had 1 finding\nfound 1 error in 1 file\n',
  );
  write('policywright.config.json', '{ "lint": { "rules": { "invalid-action": "of" } } }');
  await next();
  expect(stderr()).toContain('did you mean `off`');
  write('policywright.config.json', '{ "lint": { "rules": { "invalid-action": "off" } } }');
  expect(await next()).toContain('no more[invalid-action]');
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
}, 90_000);

describe('--watch refuses', () => {
  test.each([
    [['-'], 'cannot watch standard input'],
    [['p', '--format', 'json'], 'prints text'],
    [['p', '--fix'], 'writes to no file'],
    [['p', '--baseline', 'a', '--update-baseline'], 'writes to no file'],
    [['p', '--resource-type', 'x'], '`--resource-type` cannot be `x`'],
  ])('%j', async (argv, message) => {
    const { exitCode, stderr } = await runInMemory(['lint', ...argv, '--watch']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
