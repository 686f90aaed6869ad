import { setTimeout as sleep } from 'node:timers/promises';

/** How to tell that nobody waits for something any more, or that it will not come. */
export interface Patience {
  /** Fulfilled when the user has enough; never, if left out. */
  readonly stopped: Promise<void> | undefined;
  /** Whether the server that is needed is there. */
  readonly isThere: () => Promise<boolean>;
}

/** In milliseconds. */
const LOOK_EVERY = 1_000;

/**
 * Waits for what needs a server; once the user has enough, only as long as there is one.
 *
 * @param work - what is waited for.
 * @param patience - how to tell.
 * @returns what it gave; `undefined` where the server is gone.
 */
export async function untilGone<Outcome>(
  work: Promise<Outcome>,
  { stopped, isThere }: Patience,
): Promise<Outcome | undefined> {
  // Whoever waits hears of it below, if it comes in time.
  work.catch(() => undefined);
  const isOver = work.then(
    () => true,
    () => true,
  );
  if (stopped !== undefined) await Promise.race([stopped, isOver]);
  for (;;) {
    if (await Promise.race([isOver, sleep(LOOK_EVERY, false)])) return work;
    if (stopped !== undefined && !(await isThere())) return undefined;
  }
}
