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
  const late = new AbortController();
  const isLate = sleep(MOST_MILLISECONDS, 'late' as const, { signal: late.signal }).catch(
    () => 'late' as const,
  );
  try {
    const outcome = await Promise.race([
      connecting.waitUntilReady().then(
        () => 'ready' as const,
        (error: unknown) => {
          last = error instanceof Error && error.message !== '' ? error.message : last;
          return 'failed' as const;
        },
      ),
      isLate,
    ]);
    isReady = outcome === 'ready';
  } finally {
    late.abort();
  }
  if (isReady) return;
  // Not waited for: what has no connection may never end.
  void connecting.close(true).catch(() => undefined);
  throw new CommandError(`the queue at \`${shown}\` does not answer${last === '' ? '' : `: ${last}`}`, {
    help: 'check the address, and whether the server runs',
  });
}
