import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../../../commandError.ts';

/** Drivers try again and again; who waits wants to be told. */
const MOST_MILLISECONDS = 5_000;

/** A queue or worker, as far as its connection goes. */
export interface Connecting {
  readonly waitUntilReady: () => Promise<unknown>;
  readonly close: (force?: boolean) => Promise<void>;
  readonly on: (event: 'error', listener: (error: Error) => void) => unknown;
}

/**
 * Waits until a queue or worker has its connection. Later failures are told once each; the connection comes back by itself.
 *
 * @param connecting - the queue or worker.
 * @param shown - the address, for the message.
 * @param tell - hears of failures after that.
 * @throws CommandError - where the server does not answer.
 */
export async function connected(
  connecting: Connecting,
  shown: string,
  tell: (message: string) => void,
): Promise<void> {
  let last = '';
  let isReady = false;
  connecting.on('error', ({ message, name }) => {
    const reason = message || name;
    if (reason === last) return;
    last = reason;
    if (isReady) tell(`the queue: ${reason}`);
  });
  const outcome = await readiness(connecting, MOST_MILLISECONDS);
  if (outcome instanceof Error && outcome.message !== '') last = outcome.message;
  isReady = outcome === 'ready';
  if (isReady) return;
  // Not waited for: what has no connection may never end.
  void connecting.close(true).catch(() => undefined);
  throw new CommandError(`the queue at \`${shown}\` does not answer${last === '' ? '' : `: ${last}`}`, {
    help: 'check the address, and whether the server runs',
  });
}

/** When a connection is asked for, what comes of it: it is there, not in time, or cannot be. */
async function readiness(connecting: Connecting, most: number): Promise<'ready' | 'late' | Error> {
  const late = new AbortController();
  const isLate = sleep(most, 'late' as const, { signal: late.signal }).catch(() => 'late' as const);
  const isReady = connecting.waitUntilReady().then(
    () => 'ready' as const,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  try {
    return await Promise.race([isReady, isLate]);
  } finally {
    late.abort();
  }
}

/** In milliseconds: a server that is there answers at once. */
const MOST_ANSWER = 2_000;

/**
 * Whether a server answers now.
 *
 * @param fresh - a queue or worker that nobody has asked anything yet; it is closed.
 */
export async function answers(fresh: Connecting): Promise<boolean> {
  fresh.on('error', () => undefined);
  const outcome = await readiness(fresh, MOST_ANSWER);
  // Not waited for: what has no connection may never end.
  void fresh.close(outcome !== 'ready').catch(() => undefined);
  return outcome === 'ready';
}
