import { createHash } from 'node:crypto';
import { catalogInfo } from '@policywright/catalog';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../../commandError.ts';
import type { Io } from '../../../io/io.ts';
import { bytesOf, snapshotFiles } from '../snapshotFiles.ts';

/** An audit whose parts lie in a queue. */
export interface QueueRun {
  /** Part of the names of the queue and of its jobs. */
  readonly name: string;
  /** What the files of the snapshot hold, as a digest: a worker with others would answer for something else. */
  readonly digest: string;
}

/** The data of a job: the part, and the digest of the snapshot that it is of. */
export interface PartJob {
  readonly index: number;
  readonly count: number;
  readonly digest: string;
}

const DIGITS = 16;

/**
 * The run of a snapshot. Named by its digest unless the user names it, so that who submits and who works find each other by
 * what they read, and a second submit finds the jobs of the first.
 *
 * @param io - the files.
 * @param folder - of the snapshot; the current one if left out.
 * @param name - as the user named it.
 * @throws CommandError - where the snapshot cannot be read, or a queue cannot have the name.
 */
export async function queueRun(io: Io, folder = '.', name?: string): Promise<QueueRun> {
  if (name !== undefined && !/^(?!\d+$)[\w.-]{1,64}$/.test(name))
    throw new CommandError(`\`--run\` cannot be ${quote(name)}`, {
      help: 'letters, digits, `.`, `_` and `-`, not digits alone: `--run 2026-11-30`',
    });
  const digest = await snapshotDigest(io, folder);
  return { name: name ?? `run-${digest}`, digest };
}

/**
 * What the files of a snapshot hold, and the catalog that says which actions there are, in short.
 *
 * @param io - the files.
 * @param folder - of the snapshot.
 * @throws CommandError - where a file cannot be read.
 */
export async function snapshotDigest(io: Io, folder: string): Promise<string> {
  const hash = createHash('sha256').update(catalogInfo.version);
  const files = await snapshotFiles(io, folder);
  for (const { path, file } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const content = createHash('sha256');
    for await (const bytes of bytesOf(io, file)) content.update(bytes);
    hash.update(`\n${path}\n${content.digest('hex')}`);
  }
  return hash.digest('hex').slice(0, DIGITS);
}

/** The name of the queue of a run. */
export function queueName({ name }: QueueRun): string {
  return `policywright-${name}`;
}
