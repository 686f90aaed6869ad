import { membersOf } from '../decide/decider.ts';

/** Rows of action numbers, each written once, as ranges: `3,7-12`. */
export class ShardRows {
  readonly #numbers: Map<string, number> = new Map();

  /** The texts, in the order of their numbers. */
  get texts(): readonly string[] {
    return [...this.#numbers.keys()];
  }

  /** The number of a row, a new one the first time. */
  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

/**
 * Writes a set of a decider's actions as ranges of other numbers.
 *
 * @param bits - the set.
 * @param numbers - of the decider's actions.
 */
export function rangesOf(bits: Uint32Array | undefined, numbers: readonly number[]): string {
  const sorted = membersOf(bits)
    .flatMap((member) => numbers[member] ?? [])
    .sort((a, b) => a - b);
  const ranges: string[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at] ?? 0;
    let last = first;
    while (sorted[at + 1] === last + 1) {
      last++;
      at++;
    }
    ranges.push(first === last ? String(first) : `${first}-${last}`);
  }
  return ranges.join(',');
}

/**
 * The numbers of ranges.
 *
 * @param text - as `rangesOf` writes them.
 */
export function numbersOf(text: string): readonly number[] {
  return text === ''
    ? []
    : text.split(',').flatMap((range) => {
        const [first = '', last = first] = range.split('-');
        const from = Number(first);
        return Array.from({ length: Number(last) - from + 1 }, (_, index) => from + index);
      });
}
