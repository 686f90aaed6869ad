/**
 * Makes one function out of many, which calls them one after the other.
 *
 * @param calls - a power of two of them.
 * @throws RangeError for another number of them.
 */
export function inTurn<Result>(calls: readonly (() => Result)[]): () => Result {
  const mask = calls.length - 1;
  const [first] = calls;
  if (first === undefined || (calls.length & mask) !== 0) throw new RangeError('not a power of two');
  let next = 0;
  return () => (calls[next++ & mask] ?? first)();
}
