import { do_not_optimize, measure } from 'mitata';
import { cpuTime } from './cpuTime.ts';

/**
 * Times a function with mitata, which calls it in batches where it is fast.
 *
 * @param call - may return a promise; then the time is until it is fulfilled.
 * @param seconds - for how long to measure, after as long a warming up.
 * @returns the median processor time of a call in nanoseconds.
 */
export async function timeOf(call: () => unknown, seconds: number): Promise<number> {
  await warmUp(call, seconds);
  // Without `gc: false` mitata makes room by allocating a gigabyte.
  // An answer that nobody reads lets the engine leave out the work for it.
  const consumed = (): unknown => {
    const outcome = call();
    do_not_optimize(outcome);
    return outcome;
  };
  const { p50 } = await measure(consumed, {
    gc: false,
    now: () => cpuTime() * 1e6,
    min_cpu_time: seconds * 1e9,
  });
  return p50;
}

/**
 * Calls a function until the engine has had the time to optimise it.
 *
 * @param call - may return a promise.
 * @param seconds - for how long.
 */
export async function warmUp(call: () => unknown, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  do {
    for (let index = 0; index < 16; index++) {
      const outcome = call();
      if (outcome instanceof Promise) await outcome;
    }
  } while (performance.now() < end);
}
