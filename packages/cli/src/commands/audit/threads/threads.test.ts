import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCommand, type BuiltCommand, type Ended } from '../../../_testing/builtCommand.ts';
import { writeManyUsers } from '../../../_testing/manyUsers.ts';
import { runInMemory } from '../../../_testing/runInMemory.ts';

let command: BuiltCommand;
let cwd = '';

beforeAll(async () => {
  command = await buildCommand();
  cwd = mkdtempSync(join(tmpdir(), 'policywright-threads-'));
  writeManyUsers(join(cwd, 'snapshot'), 37);
});
afterAll(() => {
  command.remove();
  rmSync(cwd, { recursive: true });
});

function audit(out: string, options: readonly string[], node: readonly string[] = []): Promise<Ended> {
  const argv = ['audit', 'run', '--snapshot', 'snapshot', '--out', out, ...options];
  return command.run(argv, { cwd, node });
}

function bytes(path: string): string {
  return readFileSync(join(cwd, path), 'utf8');
}

test('any number of threads writes the bytes that one does, the whole or a part', async () => {
  for (const [shard, name] of [
    ['1/1', 'shard-1-of-1.json'],
    ['2/3', 'shard-2-of-3.json'],
  ] as const) {
    expect((await audit('one', ['--shard', shard])).exitCode).toBe(0);
    const { exitCode, stderr } = await audit('many', ['--shard', shard, '--workers', '3']);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^(part \d+ is done, \d+ of 6\n){6}wrote many\/shard-\d-of-\d\.json\n$/),
    });
    expect(bytes(`many/${name}`)).toBe(bytes(`one/${name}`));
  }
  const { principals, answers } = JSON.parse(bytes('one/shard-1-of-1.json'));
  expect(principals).toHaveLength(37);
  expect(answers.length).toBeGreaterThan(37);
});

// In the threads alone: the third part ends one of them, as the system ends a thread that has no memory left.
const DIES = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread, parentPort } from 'node:worker_threads';
  if (!isMainThread) {
    const { on } = parentPort;
    parentPort.on = function (name, listener) {
      return on.call(this, name, name === 'message' ? (part) => part.index === 2 ? process.exit(9) : listener(part) : listener);
    };
  }
`)}`;

test('a thread that dies fails the command, which names the part; what was written before stays whole', async () => {
  await audit('kept', []);
  const before = bytes('kept/shard-1-of-1.json');
  const { exitCode, stderr } = await audit('kept', ['--workers', '2'], ['--import', DIES]);
  expect(stderr).toContain('error: part 3 of 4 failed: its thread ended with 9\n');
  expect(exitCode).toBe(2);
  expect(bytes('kept/shard-1-of-1.json')).toBe(before);
  expect(readdirSync(join(cwd, 'kept'))).toEqual(['shard-1-of-1.json']);
});

test('what is wrong with the snapshot is told once', async () => {
  const argv = ['audit', 'run', '--snapshot', 'nowhere', '--workers', '3'];
  const { exitCode, stderr } = await command.run(argv, { cwd });
  expect(stderr.split('nowhere')).toHaveLength(2);
  expect(exitCode).toBe(2);
});

test('what is missing in the snapshot is told once, and not by every thread', async () => {
  writeManyUsers(join(cwd, 'warned'), 3);
  const file = join(cwd, 'warned/accounts/111122223333.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"UserName"', '"GroupList":["gone"],"UserName"'));
  const argv = ['audit', 'run', '--snapshot', 'warned', '--out', 'warned-out', '--workers', '3'];
  const { exitCode, stderr } = await command.run(argv, { cwd });
  expect(stderr.match(/gone/g)).toHaveLength(1);
  expect(exitCode).toBe(0);
});

test.each(['0', '257', 'all', '1.5'])('there are no %j workers', async (workers) => {
  const { exitCode, stderr } = await runInMemory(['audit', 'run', '--workers', workers]);
  expect(stderr).toContain(`\`--workers\` cannot be \`${workers}\``);
  expect(exitCode).toBe(2);
});
