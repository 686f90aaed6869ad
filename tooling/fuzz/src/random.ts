/** Numbers that a seed repeats. */
export class Random {
  #state: number;

  /** @param seed - an integer. */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /**
   * The next number.
   *
   * @param below - an integer above 0
   * @returns an integer from 0 up to it
   */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /**
   * One of several.
   *
   * @param items - what is chosen from, not empty
   * @returns one of them
   */
  of<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to choose from');
    return item;
  }
}
