/**
 * Measures the heap after collecting garbage.
 *
 * @returns bytes in use.
 * @throws Error when Node was not started with `--expose-gc`.
 */
export function heapUsed(): number {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('start node with --expose-gc');
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}
