import { expect, test } from 'vitest';
import { runInMemory, type Outcome } from '../../_testing/runInMemory.ts';

const policyWith = (action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
  });
const files = { 'p/a.json': policyWith('ecs:StopTsak'), 'p/b.json': policyWith('ecs:RunTsak') };
const update = ['--baseline', 'ci/accepted.json', '--update-baseline'];

/** The file that a run over the folder writes. */
async function baseline(): Promise<string> {
  const { written, exitCode } = await runInMemory(['lint', 'p', ...update], { files });
  expect(exitCode).toBe(0);
  return written['ci/accepted.json'] ?? '';
}

async function lintWith(accepted: string, changed: object, ...argv: string[]): Promise<Outcome> {
  const world = { files: { ...files, ...changed, 'ci/accepted.json': accepted } };
  return runInMemory(['lint', './p', '--baseline', 'ci/accepted.json', ...argv], world);
}

test('what the file has is accepted, wherever the files are named from, and new findings count', async () => {
  const accepted = await baseline();
  expect(JSON.parse(accepted)).toMatchObject({ entries: [{ file: '../p/a.json' }, { file: '../p/b.json' }] });
  const same = await lintWith(accepted, {});
  expect(same).toMatchObject({ exitCode: 0, stderr: 'findings that the baseline accepts: 2\n' });
  const changed = await lintWith(accepted, { 'p/c.json': policyWith('ecs:X') });
  expect(changed.exitCode).toBe(1);
  expect(changed.stdout).toContain('found 1 error');
});

test('findings that are no more are told, those of other files are left alone', async () => {
  const accepted = await baseline();
  const mended = { 'p/a.json': policyWith('ecs:ListClusters') };
  expect((await lintWith(accepted, mended)).stderr).toContain('that are no more: 1');
  const world = { files: { ...files, ...mended, 'ci/accepted.json': accepted } };
  const one = await runInMemory(['lint', 'p/a.json', ...update], world);
  expect(JSON.parse(one.written['ci/accepted.json'] ?? '')).toMatchObject({
    entries: [{ file: '../p/b.json' }],
  });
});

test('the configuration names it from its own folder', async () => {
  const world = {
    files: {
      ...files,
      'ci/accepted.json': await baseline(),
      'ci/policywright.config.json': '{ "lint": { "baseline": "accepted.json" } }',
    },
  };
  const argv = ['lint', 'p', '--config', 'ci/policywright.config.json'];
  expect((await runInMemory(argv, world)).exitCode).toBe(0);
});

test.each([
  ['a file that is not there', ['--baseline', 'no.json'], 'write it with `--update-baseline`'],
  ['a file of something else', ['--baseline', 'p/a.json'], 'is no file of accepted findings'],
  ['no file at all', ['--update-baseline'], 'needs a file'],
])('%s is wrong usage', async (_, argv, words) => {
  const { exitCode, stderr } = await runInMemory(['lint', 'p', ...argv], { files });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(words);
});

test('a file that cannot be written is wrong usage', async () => {
  const { exitCode, stderr } = await runInMemory(['lint', 'p', ...update], { files, readOnly: true });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('cannot be written: the file system is read-only');
});
