import { equalsIgnoreCase, hashIgnoreCase } from './foldCase.ts';

/** Shared by all empty lists, of which there is one for every policy set. */
const NO_BUCKETS = new Int32Array(1);
const FIRST_BUCKETS = 16;

/** A list of texts, unique but for case, with a look-up that does not allocate (open addressing). */
export class FoldedIndex {
  readonly #texts: string[] = [];
  /** Positions in `#texts` plus one; 0 is free. The length is a power of two, at most half of it taken. */
  #buckets: Int32Array = NO_BUCKETS;

  /** How many texts there are. */
  get size(): number {
    return this.#texts.length;
  }

  /**
   * @param index - a position that `add` or `find` gave.
   * @returns the text in the spelling that was added first, or `undefined` outside the list.
   */
  at(index: number): string | undefined {
    return this.#texts[index];
  }

  /**
   * @param text - the text, in any case.
   * @returns its position, or -1.
   */
  find(text: string): number {
    const mask = this.#buckets.length - 1;
    for (let bucket = hashIgnoreCase(text) & mask; ; bucket = (bucket + 1) & mask) {
      const index = (this.#buckets[bucket] ?? 0) - 1;
      if (index < 0) return -1;
      if (equalsIgnoreCase(this.#texts[index] ?? '', text)) return index;
    }
  }

  /**
   * @param text - the text, in any case.
   * @returns its position; a new one at the end if it was not in the list.
   */
  add(text: string): number {
    const found = this.find(text);
    if (found >= 0) return found;
    this.#texts.push(text);
    if (2 * this.#texts.length > this.#buckets.length) {
      this.#buckets = new Int32Array(Math.max(FIRST_BUCKETS, 2 * this.#buckets.length));
      this.#texts.forEach((_, index) => this.#place(index));
    } else {
      this.#place(this.#texts.length - 1);
    }
    return this.#texts.length - 1;
  }

  #place(index: number): void {
    const mask = this.#buckets.length - 1;
    let bucket = hashIgnoreCase(this.#texts[index] ?? '') & mask;
    while (this.#buckets[bucket] !== 0) bucket = (bucket + 1) & mask;
    this.#buckets[bucket] = index + 1;
  }
}
