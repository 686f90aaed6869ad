/**
 * The text of literal codes.
 *
 * @param codes - a program.
 * @param start - where the literals begin.
 * @param end - where they end.
 * @returns a flat string, not a rope that the first match would have to flatten.
 */
export function textOf(codes: Int32Array, start: number, end: number): string {
  let text = '';
  // In steps, since a call takes only so many arguments.
  for (let from = start; from < end; from += 4096) {
    text += String.fromCharCode(...codes.subarray(from, Math.min(end, from + 4096)));
  }
  return text;
}
