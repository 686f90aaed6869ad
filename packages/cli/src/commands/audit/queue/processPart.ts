import { auditShard, type Snapshot } from '@policywright/account';
import { CommandError } from '../../../commandError.ts';
import type { Io } from '../../../io/io.ts';
import { readSnapshot } from '../readSnapshot.ts';
import { MOST_SHARDS } from '../shardOption.ts';
import { writeAnswers } from '../writeAnswers.ts';
import { snapshotDigest, type PartJob } from './queueRun.ts';

/** Where the thread of a worker reads and writes. Nothing of that comes from the queue, which others may write to. */
export interface ProcessorData {
  readonly snapshot: string;
  readonly out: string;
}

interface DigestedSnapshot {
  readonly digest: string;
  readonly snapshot: Snapshot;
}

/** Runs jobs of a queue in a thread. */
export class PartProcessor {
  readonly #io: Io;
  readonly #data: ProcessorData;
  #read: Promise<DigestedSnapshot> | undefined;

  /**
   * @param io - the files.
   * @param data - where to read and write.
   */
  constructor(io: Io, data: ProcessorData) {
    this.#io = io;
    this.#data = data;
  }

  /**
   * Answers for a part and writes its file.
   *
   * @param job - the data of the job, as it came from the queue.
   * @throws CommandError - where it is no part of this snapshot, or a file cannot be read or written.
   */
  async run(job: unknown): Promise<void> {
    if (!isPartJob(job)) throw new CommandError('the job is no part of an audit');
    const { index, count } = job;
    const { digest, snapshot } = await this.#snapshot();
    if (job.digest !== digest)
      throw new CommandError('the snapshot is another than that which was submitted');
    const answers = auditShard(snapshot, { index, count });
    await writeAnswers(this.#io, { folder: this.#data.out, shard: { index, count }, answers });
  }

  /** Read at the first job, and kept. */
  #snapshot(): Promise<DigestedSnapshot> {
    this.#read ??= (async () => {
      const { snapshot: folder } = this.#data;
      // Before and after: what changes in between would give the answers of two snapshots.
      const digest = await snapshotDigest(this.#io, folder);
      const snapshot = await readSnapshot(this.#io, folder);
      if ((await snapshotDigest(this.#io, folder)) !== digest)
        throw new CommandError('the snapshot changed while it was read');
      return { digest, snapshot };
    })();
    // Another attempt reads again.
    this.#read.catch(() => (this.#read = undefined));
    return this.#read;
  }
}

function isPartJob(job: unknown): job is PartJob {
  if (typeof job !== 'object' || job === null) return false;
  const { index, count, digest } = job as Partial<Record<keyof PartJob, unknown>>;
  if (typeof index !== 'number' || typeof count !== 'number' || typeof digest !== 'string') return false;
  const isWhole = Number.isInteger(index) && Number.isInteger(count);
  return isWhole && index >= 0 && index < count && count <= MOST_SHARDS;
}
