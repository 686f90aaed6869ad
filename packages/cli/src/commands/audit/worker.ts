import type { Job, Worker } from 'bullmq';
import { defineCommand, type Command } from '../../arguments/command.ts';
import { EXIT_CODE, type ExitCode } from '../../exitCode.ts';
import type { Io } from '../../io/io.ts';
import { AUDIT_OPTIONS } from './auditOptions.ts';
import { answers, connected } from './queue/connected.ts';
import { openQueue, type QueueServer } from './queue/openQueue.ts';
import type { ProcessorData } from './queue/processPart.ts';
import { queueAddress } from './queue/queueAddress.ts';
import { QUEUE_OPTIONS } from './queue/queueOptions.ts';
import { queueName, queueRun, type PartJob } from './queue/queueRun.ts';
import { untilGone } from './queue/untilGone.ts';
import { waitForRun } from './queue/waitForRun.ts';
import { readCount } from './readCount.ts';

const MOST_THREADS = 256;

/** In milliseconds: who does not renew the lock of a part for so long is taken for dead. */
const LOCK = 10_000;
const LOOK_FOR_DEAD = 5_000;
/** A part may lose as many workers as it has attempts. */
const MOST_DEATHS = 3;

/** `policywright audit worker`: takes parts of an audit from a queue and writes their files. */
export const workerCommand: Command = defineCommand({
  summary: 'take parts of an audit from a queue and write their files',
  operands: { label: '', least: 0, most: 0 },
  options: {
    snapshot: AUDIT_OPTIONS.snapshot,
    out: { value: 'DIR', description: 'folder for the files, which all workers share; `audit` by default' },
    ...QUEUE_OPTIONS,
    workers: { value: 'N', description: 'threads, each with a part at a time; one by default' },
    drain: { description: 'end when no part is left, instead of waiting for more' },
  },
  notes: [
    'Needs `bullmq`, and `ioredis` or `pg`. Takes parts of the run of its snapshot only, by what the files hold, so that machines with another copy do not mix in.',
    'The part of a worker that dies is taken by another within some seconds. A part that runs twice leaves the same bytes. SIGTERM lets the parts at work be ended first; where the server is gone by then it ends in some seconds, and they are taken again.',
    'Exit code: 0 ended; 1 with `--drain`, a part failed; 2 wrong usage, or no queue, also when it is to end.',
  ],
  examples: [
    'audit worker --queue redis://localhost:6379 --snapshot snapshot --out /shared/audit --workers 2',
  ],
  run: async ({ options, io }) => {
    const { out = 'audit', snapshot = '.' } = options;
    const threads = readCount('workers', options.workers, { least: 1, most: MOST_THREADS }) ?? 1;
    const server = await openQueue(queueAddress(options.queue, io), io.cwd);
    const run = await queueRun(io, snapshot, options.run);
    const worker = startWorker(server, { name: queueName(run), threads, data: { snapshot, out } });
    tellParts(worker, io);
    await connected(worker, server.shown, (message) => io.stderr.write(`${message}\n`));
    io.stderr.write(`waiting for parts of ${run.name}\n`);
    const stopped = io.untilStopped?.();
    const work = async (): Promise<ExitCode> => {
      const code = options.drain ? await drain(server, queueName(run), { io, stopped }) : EXIT_CODE.yes;
      if (!options.drain) await stopped;
      await worker.close();
      return code;
    };
    const isThere = (): Promise<boolean> => answers(server.queue(queueName(run)));
    const code = await untilGone(work(), { stopped, isThere });
    if (code !== undefined) return code;
    io.stderr.write(`the queue at ${server.shown} does not answer: ended without it\n`);
    io.leave?.();
    return EXIT_CODE.usage;
  },
});

interface WorkerSetting {
  readonly name: string;
  readonly threads: number;
  readonly data: ProcessorData;
}

function startWorker(server: QueueServer, { name, threads, data }: WorkerSetting): Worker<PartJob> {
  return server.worker(name, {
    // The built files lie in one folder, whatever the folders of their sources.
    processor: new URL('./auditProcessor.js', import.meta.url),
    options: {
      concurrency: threads,
      lockDuration: LOCK,
      stalledInterval: LOOK_FOR_DEAD,
      maxStalledCount: MOST_DEATHS,
      workerThreadsOptions: { workerData: data },
    },
  });
}

function tellParts(worker: Worker<PartJob>, { stderr }: Io): void {
  const partOf = ({ data }: Job<PartJob>): string => `part ${data.index + 1} of ${data.count}`;
  worker.on('active', (job) => stderr.write(`${partOf(job)} begins\n`));
  worker.on('completed', (job) => stderr.write(`${partOf(job)} is done\n`));
  worker.on('failed', (job, { message }) =>
    stderr.write(`${job === undefined ? 'a part' : partOf(job)} failed: ${message}\n`),
  );
}

interface Draining {
  readonly io: Io;
  readonly stopped: Promise<void> | undefined;
}

async function drain(server: QueueServer, name: string, { io, stopped }: Draining): Promise<ExitCode> {
  const queue = server.queue(name);
  let isStopped = false;
  void stopped?.then(() => (isStopped = true));
  try {
    await connected(queue, server.shown, () => undefined);
    const { failed } = await waitForRun(
      queue,
      () => undefined,
      () => isStopped,
    );
    if (failed > 0) io.stderr.write(`${failed} ${failed === 1 ? 'part' : 'parts'} failed\n`);
    return failed === 0 ? EXIT_CODE.yes : EXIT_CODE.no;
  } finally {
    await queue.close();
  }
}
