import type { Position } from '@policywright/policy';

/**
 * Makes a function that finds positions fast, for texts with several findings.
 *
 * @param text - lines end at LF, CR LF or CR.
 * @returns a function from an offset to its position; the table of lines is built at its first call.
 */
export function lineFinder(text: string): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (found) => found.index + found[0].length)];
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
