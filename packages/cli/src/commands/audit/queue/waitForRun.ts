import { setTimeout as sleep } from 'node:timers/promises';

/** What is asked of a queue. */
export interface Counting {
  readonly getJobCounts: (...kinds: readonly JobState[]) => Promise<Readonly<Record<string, number>>>;
}

type JobState = 'waiting' | 'active' | 'delayed' | 'prioritized' | 'completed' | 'failed';

/** How far a run is. */
export interface RunCounts {
  readonly open: number;
  readonly done: number;
  readonly failed: number;
}

const INTERVAL = 500;

/**
 * How many parts of a run are still open, done and failed.
 *
 * @param queue - of the run.
 */
export async function countRun(queue: Counting): Promise<RunCounts> {
  const counts = await queue.getJobCounts(
    'waiting',
    'active',
    'delayed',
    'prioritized',
    'completed',
    'failed',
  );
  const of = (state: JobState): number => counts[state] ?? 0;
  const open = of('waiting') + of('active') + of('delayed') + of('prioritized');
  return { open, done: of('completed'), failed: of('failed') };
}

/**
 * Waits until no part of a run is open.
 *
 * @param queue - of the run.
 * @param told - hears of the counts whenever they change.
 * @param isOver - ends the waiting before.
 */
export async function waitForRun(
  queue: Counting,
  told: (counts: RunCounts) => void,
  isOver: () => boolean = () => false,
): Promise<RunCounts> {
  let last = '';
  for (;;) {
    // A server that is away comes back; the queue tells of it.
    const counts = await countRun(queue).catch(() => undefined);
    const text = JSON.stringify(counts);
    if (counts !== undefined && text !== last) told(counts);
    last = text ?? last;
    if (isOver() || counts?.open === 0) return counts ?? { open: 0, done: 0, failed: 0 };
    await sleep(INTERVAL);
  }
}
