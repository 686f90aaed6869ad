import { auditShard, type Snapshot } from '@policywright/account';
import { CommandError } from '../../../commandError.ts';
import type { Io } from '../../../io/io.ts';
import { readSnapshot } from '../readSnapshot.ts';
import type { PartRequest, ThreadData, ThreadMessage } from './threadMessage.ts';

/** The other end of a thread: the parts that it is sent, one by one, and where its messages go. */
export interface ThreadPort {
  readonly requests: AsyncIterable<PartRequest>;
  readonly send: (message: ThreadMessage) => void;
}

/**
 * Answers for parts in a thread, which reads the snapshot for itself: what was read cannot be handed over.
 *
 * @param io - the files.
 * @param data - which snapshot.
 * @param port - the requests and where the answers go.
 */
export async function answerParts(io: Io, data: ThreadData, { requests, send }: ThreadPort): Promise<void> {
  const snapshot = await readSilently(io, data, send);
  if (snapshot === undefined) return;
  for await (const shard of requests) send({ kind: 'answers', answers: auditShard(snapshot, shard) });
}

/** Findings are sent, so that several threads do not all tell of them. */
async function readSilently(
  io: Io,
  { snapshot }: ThreadData,
  send: ThreadPort['send'],
): Promise<Snapshot | undefined> {
  let findings = '';
  const stderr = { ...io.stderr, write: (text: string) => void (findings += text) };
  try {
    const read = await readSnapshot({ ...io, stderr }, snapshot);
    send({ kind: 'ready', findings });
    return read;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    send({ kind: 'ready', findings });
    send({ kind: 'failed', message: error.message, help: error.help });
    return undefined;
  }
}
