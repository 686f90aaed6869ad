import { mergeShards, type Shard, type ShardAnswers } from '@policywright/account';
import { CommandError } from '../../../commandError.ts';
import type { Io, Thread } from '../../../io/io.ts';
import type { ThreadData, ThreadMessage } from './threadMessage.ts';

/** Parts for each thread: more leave less waiting for the last, and each costs a quarter of a second of its own. */
const PARTS_A_THREAD = 2;

/** What threads are to answer for. */
export interface ThreadWork extends ThreadData {
  readonly shard: Shard;
  readonly threads: number;
}

/**
 * Answers for a part of the principals in several threads: the same answers as `auditShard` gives.
 *
 * @param io - starts the threads; standard error hears of each part that is done.
 * @param work - what, and in how many threads.
 * @throws CommandError - where the snapshot cannot be read, or a thread dies; the others are stopped.
 */
export async function runThreads(io: Io, { shard, threads, snapshot }: ThreadWork): Promise<ShardAnswers> {
  const { startThread } = io;
  if (startThread === undefined) throw new CommandError('there are no threads here');
  const parts = partsOf(shard, threads * PARTS_A_THREAD);
  const answers: (ShardAnswers | undefined)[] = parts.map(() => undefined);
  const running: Thread[] = [];
  let next = 0;
  let done = 0;
  let wasReady = false;
  const takeParts = async (): Promise<void> => {
    const first = next++;
    await new Promise<void>((resolve, reject) => {
      let place = first;
      const hear = (message: ThreadMessage): void => {
        if (message.kind === 'ready') {
          if (!wasReady) io.stderr.write(message.findings);
          wasReady = true;
        } else if (message.kind === 'failed') {
          reject(new CommandError(message.message, { help: message.help }));
        } else {
          answers[place] = message.answers;
          io.stderr.write(`part ${place + 1} is done, ${++done} of ${parts.length}\n`);
          place = next++;
          const part = parts[place];
          if (part === undefined) resolve();
          else thread.then(({ send }) => send(part), reject);
        }
      };
      const thread = startThread({
        program: 'auditThread',
        data: { snapshot } satisfies ThreadData,
        // INVARIANT: the thread is of this program, and sends nothing else.
        onMessage: (message) => hear(message as ThreadMessage),
        onDeath: (reason) => reject(deadThread(`part ${place + 1} of ${parts.length}`, reason)),
      });
      thread.then((started) => {
        running.push(started);
        started.send(parts[first]);
      }, reject);
    });
  };
  try {
    await Promise.all(Array.from({ length: threads }, takeParts));
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
  return mergeShards(answers.filter((part) => part !== undefined));
}

function deadThread(part: string, reason: string): CommandError {
  return new CommandError(`${part} failed: ${reason}`, {
    help: 'nothing was written; each thread needs the memory of a whole run, so try fewer `--workers`, or parts by `--shard`',
  });
}

/** A part in smaller ones, which together have the same principals. */
function partsOf({ index, count }: Shard, parts: number): readonly Shard[] {
  return Array.from({ length: parts }, (_, part) => ({
    index: index * parts + part,
    count: count * parts,
  }));
}
