import type { Queue } from 'bullmq';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { CommandError } from '../../commandError.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { connected } from './queue/connected.ts';
import { openQueue } from './queue/openQueue.ts';
import { queueAddress } from './queue/queueAddress.ts';
import { QUEUE_OPTIONS } from './queue/queueOptions.ts';
import { queueName, queueRun, type PartJob, type QueueRun } from './queue/queueRun.ts';
import { waitForRun } from './queue/waitForRun.ts';
import { readSnapshot } from './readSnapshot.ts';
import { readCount } from './readCount.ts';
import { MOST_SHARDS } from './shardOption.ts';

const ATTEMPTS = 3;
/** In seconds; a second submit within it finds the jobs of the first. */
const KEPT = 7 * 24 * 3600;

/** `policywright audit submit`: puts the parts of an audit into a queue. */
export const submitCommand: Command = defineCommand({
  summary: 'put the parts of an audit into a queue, for machines that stay up',
  operands: { label: '', least: 0, most: 0 },
  options: {
    snapshot: AUDIT_OPTIONS.snapshot,
    ...QUEUE_OPTIONS,
    parts: { value: 'N', description: 'how many parts; a part should take less than ten seconds' },
    wait: { description: 'end when all parts are done' },
  },
  notes: [
    'Needs `bullmq`, and `ioredis` or `pg`. Prints the name of the run. `policywright audit worker` on any machine with the same snapshot takes the parts; `policywright audit merge` joins their files.',
    'A second submit of the same snapshot and number of parts adds nothing: parts that are queued or done stay, those that failed three times are tried again. Redis must not evict keys (`maxmemory-policy noeviction`), and keeps the queue over a restart with `appendonly yes`.',
    'Exit code: 0 submitted, and with `--wait` done; 1 with `--wait`, a part failed; 2 wrong usage, or no queue.',
  ],
  examples: ['audit submit --queue redis://localhost:6379 --snapshot snapshot --parts 50 --wait'],
  run: async ({ options, io }) => {
    const address = queueAddress(options.queue, io);
    const parts = readCount('parts', options.parts, { least: 1, most: MOST_SHARDS });
    if (parts === undefined)
      throw new CommandError('how many parts is not said', { help: 'for example `--parts 50`' });
    const server = await openQueue(address, io.cwd);
    // What is wrong with it is told here, once, and not by every worker.
    await readSnapshot(io, options.snapshot);
    const run = await queueRun(io, options.snapshot, options.run);
    const queue = server.queue(queueName(run));
    await connected(queue, server.shown, (message) => io.stderr.write(`${message}\n`));
    try {
      await submit(queue, run, parts);
      io.stderr.write(`submitted ${parts} ${parts === 1 ? 'part' : 'parts'}\n`);
      io.stdout.write(`${run.name}\n`);
      return options.wait ? await untilDone(queue, io) : EXIT_CODE.yes;
    } finally {
      await queue.close();
    }
  },
});

async function submit(queue: Queue<PartJob>, { name, digest }: QueueRun, count: number): Promise<void> {
  // Those of an earlier submit; a job that is there already is not added again.
  if ((await queue.getFailedCount()) > 0) await queue.retryJobs({ state: 'failed' });
  await queue.addBulk(
    Array.from({ length: count }, (_, index) => ({
      name: 'part',
      data: { index, count, digest },
      opts: {
        jobId: `${name}-${index + 1}-of-${count}`,
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: 1000 },
        removeOnComplete: { age: KEPT },
      },
    })),
  );
}

async function untilDone(queue: Queue<PartJob>, io: Io): Promise<ExitCode> {
  const { failed } = await waitForRun(queue, ({ open, done, failed: lost }) =>
    io.stderr.write(`${done} done, ${lost} failed, ${open} to do\n`),
  );
  return failed === 0 ? EXIT_CODE.yes : EXIT_CODE.no;
}
