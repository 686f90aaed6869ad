/**
 * Times one call of a function.
 *
 * @returns its result, and the time in milliseconds.
 */
export function milliseconds<Result>(call: () => Result): { readonly result: Result; readonly took: number } {
  const start = performance.now();
  const result = call();
  return { result, took: performance.now() - start };
}
