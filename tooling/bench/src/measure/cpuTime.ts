/**
 * Reads the processor time that this process has used. Unlike the time on the wall, it does not grow while
 * other processes have the processor; it counts all threads, such as those that collect garbage.
 *
 * @returns milliseconds, to the microsecond.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
