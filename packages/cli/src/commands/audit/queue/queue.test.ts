import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCommand } from '../../../_testing/builtCommand.ts';
import { writeManyUsers } from '../../../_testing/manyUsers.ts';
import { runInMemory } from '../../../_testing/runInMemory.ts';
import { nodeIo } from '../../../io/nodeIo.ts';
import { openQueue } from './openQueue.ts';
import { PartProcessor } from './processPart.ts';
import { queueName, queueRun } from './queueRun.ts';
import { waitForRun, type RunCounts } from './waitForRun.ts';

// What needs a server is in tooling/queue, which has servers.
const silent = { write: () => undefined, isTTY: false };
const io = { ...nodeIo(), stderr: silent, stdout: silent };

async function inFolder(users: number, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'policywright-queue-'));
  try {
    writeManyUsers(join(folder, 'snapshot'), users);
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each(['localhost', 'http://localhost', 'amqp://localhost'])('%s is no queue', async (address) => {
  const { exitCode, stderr } = await runInMemory(['audit', 'worker', '--queue', address]);
  expect(stderr).toContain(`\`--queue\` cannot be \`${address}`);
  expect(stderr).toContain('Redis, Valkey or PostgreSQL');
  expect(exitCode).toBe(2);
});

test('a queue is named by the option or by the variable, and parts by their number', async () => {
  const nothing = await runInMemory(['audit', 'worker']);
  expect(nothing.stderr).toContain('which queue is not said');
  const env = { POLICYWRIGHT_QUEUE: 'http://queue' };
  expect((await runInMemory(['audit', 'worker'], { env })).stderr).toContain('cannot be `http://queue/`');
  const parts = await runInMemory(['audit', 'submit'], { env });
  expect(parts.stderr).toContain('how many parts is not said');
  expect([nothing.exitCode, parts.exitCode]).toEqual([2, 2]);
});

test('passwords are not shown', async () => {
  const { shown } = await openQueue('redis://ada:secret@queue:6379/1', import.meta.dirname);
  expect(shown).toBe('redis://queue:6379/1');
  const { stderr } = await runInMemory(['audit', 'worker', '--queue', 'amqp://ada:secret@queue']);
  expect(stderr).not.toContain('secret');
});

test('a server that does not answer is an error of the user, in some seconds', async () => {
  const command = await buildCommand();
  try {
    await inFolder(1, async (cwd) => {
      const addresses = ['redis://ada:secret@127.0.0.1:1', 'postgres://ada:secret@127.0.0.1:1/audit'];
      const lines = addresses.flatMap((address) =>
        [['submit', '--parts', '2'], ['worker']].map((argv) => [
          'audit',
          ...argv,
          '--snapshot',
          'snapshot',
          '--queue',
          address,
        ]),
      );
      for (const { exitCode, stderr } of await Promise.all(lines.map((line) => command.run(line, { cwd })))) {
        expect(stderr).toMatch(
          /^error: the queue at `\w+:\/\/127\.0\.0\.1:1\S*` does not answer: .*ECONNREFUSED.*\n +help: .*\n +more: .*\n$/,
        );
        expect(exitCode).toBe(2);
      }
    });
  } finally {
    command.remove();
  }
}, 120_000);

test('a run is named by what the snapshot holds, wherever it lies', async () => {
  await inFolder(3, async (first) => {
    await inFolder(3, async (second) => {
      const one = await queueRun(io, join(first, 'snapshot'));
      expect(await queueRun(io, join(second, 'snapshot'))).toEqual(one);
      expect(queueName(one)).toMatch(/^policywright-run-[\da-f]{16}$/);
      writeManyUsers(join(second, 'snapshot'), 4);
      expect((await queueRun(io, join(second, 'snapshot'))).digest).not.toBe(one.digest);
      expect((await queueRun(io, join(second, 'snapshot'), 'nightly')).name).toBe('nightly');
    });
  });
});

test.each(['', 'a:b', '12', 'a/b'])('a run cannot be named %j', async (name) => {
  await expect(queueRun(io, '.', name)).rejects.toThrow('`--run` cannot be');
});

test('a job writes the file of its part, twice the same, and of no other snapshot', async () => {
  await inFolder(5, async (folder) => {
    const data = { snapshot: join(folder, 'snapshot'), out: join(folder, 'out') };
    const { digest } = await queueRun(io, data.snapshot);
    const processor = new PartProcessor(io, data);
    for (const index of [1, 0, 1]) await processor.run({ index, count: 2, digest });
    expect(readdirSync(data.out)).toEqual(['shard-1-of-2.json', 'shard-2-of-2.json']);
    const other = { index: 0, count: 2, digest: '0'.repeat(16) };
    await expect(processor.run(other)).rejects.toThrow(
      'the snapshot is another than that which was submitted',
    );
  });
});

test.each([
  null,
  {},
  'part',
  { index: 0, count: 1 },
  { index: '../x', count: 1, digest: '' },
  { index: 2, count: 2, digest: '' },
  { index: -1, count: 2, digest: '' },
  { index: 0, count: 1e9, digest: '' },
])('%j is no job', async (job) => {
  const processor = new PartProcessor(io, { snapshot: 'nowhere', out: 'nowhere' });
  await expect(processor.run(job)).rejects.toThrow('the job is no part of an audit');
});

test('waiting ends when no part is open, and lasts while the server is away', async () => {
  const answers = [
    { waiting: 1, active: 1 },
    undefined,
    { delayed: 1, completed: 1 },
    { completed: 1, failed: 1 },
  ];
  const seen: RunCounts[] = [];
  const queue = {
    getJobCounts: async (): Promise<Readonly<Record<string, number>>> => {
      const counts = answers.shift();
      if (counts === undefined) throw new Error('away');
      return JSON.parse(JSON.stringify(counts));
    },
  };
  const last = await waitForRun(queue, (counts) => void seen.push(counts));
  expect(last).toEqual({ open: 0, done: 1, failed: 1 });
  expect(seen.map(({ open }) => open)).toEqual([2, 1, 0]);
});
