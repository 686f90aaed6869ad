import type { Queue, Worker, WorkerOptions } from 'bullmq';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../../commandError.ts';
import type { PartJob } from './queueRun.ts';

type BullMq = typeof import('bullmq');

/** Makes queues and workers that are connected to one server. */
export interface QueueServer {
  /** The address without the password, for messages. */
  readonly shown: string;
  readonly queue: (name: string) => Queue<PartJob>;
  readonly worker: (name: string, options: ThreadWorker) => Worker<PartJob>;
}

/** A worker whose jobs run in threads, so that its own is free to renew their locks. */
export interface ThreadWorker {
  /** The file that exports what runs a job. */
  readonly processor: URL;
  readonly options: Omit<WorkerOptions, 'connection' | 'useWorkerThreads'>;
}

const KINDS: Readonly<Record<string, 'ioredis' | 'pg'>> = {
  'redis:': 'ioredis',
  'rediss:': 'ioredis',
  'valkey:': 'ioredis',
  'valkeys:': 'ioredis',
  'postgres:': 'pg',
  'postgresql:': 'pg',
};

/**
 * Loads what speaks to a server of queues; connects to nothing yet.
 *
 * @param address - of Redis, Valkey or PostgreSQL, as a URL.
 * @param folder - the absolute path of a folder of the project, in which packages are looked for.
 * @throws CommandError - where the address is of another kind, or a package is not installed.
 */
export async function openQueue(address: string, folder: string): Promise<QueueServer> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const driver = url === undefined ? undefined : KINDS[url.protocol];
  if (url === undefined || driver === undefined)
    throw new CommandError(`\`--queue\` cannot be ${quote(url === undefined ? address : shownUrl(url))}`, {
      help: 'the URL of a server of Redis, Valkey or PostgreSQL: `redis://localhost:6379`, `postgres://user@localhost/audit`',
    });
  const bullmq = await loadPackages(driver, folder);
  const shown = shownUrl(url);
  return driver === 'ioredis' ? redisServer(bullmq, url, shown) : postgresServer(bullmq, address, shown);
}

async function loadPackages(driver: 'ioredis' | 'pg', folder: string): Promise<BullMq> {
  const { loadPeer } = await import('@policywright/codegen');
  const bullmq = await loadPeer<BullMq>({ name: 'bullmq', beside: () => import('bullmq'), folder });
  // BullMQ loads the driver itself, and later; here it is only seen to be there.
  // @ts-expect-error -- it has no types, and none are needed.
  const beside = (): Promise<unknown> => (driver === 'pg' ? import('pg') : import('ioredis'));
  const loaded = await loadPeer<unknown>({ name: driver, beside, folder });
  if (bullmq !== undefined && loaded !== undefined) return bullmq;
  const missing = [...(bullmq === undefined ? ['bullmq'] : []), ...(loaded === undefined ? [driver] : [])];
  throw new CommandError(
    `queues need ${missing.map((name) => `\`${name}\``).join(' and ')}, which ${missing.length === 1 ? 'is' : 'are'} not installed`,
    { help: `\`npm install bullmq@6 ${driver === 'pg' ? 'pg@8' : 'ioredis@6'}\`` },
  );
}

function redisServer(
  { Queue: RedisQueue, Worker: RedisWorker }: BullMq,
  url: URL,
  shown: string,
): QueueServer {
  // Valkey speaks the protocol of Redis, whose schemes alone the driver knows.
  const connection = { url: url.href.replace(/^valkey/, 'redis'), maxRetriesPerRequest: null };
  return {
    shown,
    queue: (name) => new RedisQueue(name, { connection }),
    worker: (name, { processor, options }) =>
      new RedisWorker(name, processor, { ...options, connection, useWorkerThreads: true }),
  };
}

function postgresServer(
  { withBackend, createPostgresBackend }: BullMq,
  address: string,
  shown: string,
): QueueServer {
  const { Queue: SqlQueue, Worker: SqlWorker } = withBackend(createPostgresBackend);
  const connection = { connectionString: address, migrate: true };
  // INVARIANT: queues and workers differ by backend in nothing that is used here.
  return {
    shown,
    queue: (name) => new SqlQueue<PartJob>(name, { connection }) as unknown as Queue<PartJob>,
    worker: (name, { processor, options }) =>
      new SqlWorker<PartJob>(name, processor, {
        ...options,
        connection,
        useWorkerThreads: true,
      }) as unknown as Worker<PartJob>,
  };
}

/** Without user and password: messages end in logs. */
function shownUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}
