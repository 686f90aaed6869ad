/**
 * Times one call of a function.
 *
 * @param call - returns when it is done.
 * @param clock - milliseconds since any moment; by default the time on the wall.
 * @returns its result, and the time in milliseconds.
 */
export function milliseconds<Result>(
  call: () => Result,
  clock: () => number = () => performance.now(),
): { readonly result: Result; readonly took: number } {
  const start = clock();
  const result = call();
  return { result, took: clock() - start };
}
