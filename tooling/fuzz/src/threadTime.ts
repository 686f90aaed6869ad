import { existsSync, readFileSync } from 'node:fs';

/** What Linux says of the time that a thread has computed. */
const SCHEDULE = '/proc/thread-self/schedstat';

/**
 * How long this thread has computed, so that other work of the machine does not count.
 *
 * @returns milliseconds; where the system does not tell, those that have gone by
 */
export function threadTime(): number {
  if (!existsSync(SCHEDULE)) return performance.now();
  return Number(readFileSync(SCHEDULE, 'utf8').split(' ')[0]) / 1e6;
}
