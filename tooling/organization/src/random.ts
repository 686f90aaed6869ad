/** Numbers that look random and are the same for one seed. */
export class Random {
  #state: number;

  /** @param seed - any whole number. */
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to 1. */
  next(): number {
    // Mulberry32, a public domain generator of 32 bits.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to a bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** Whether something of a probability happens. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of several. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  }

  /** Some of several, in their order. */
  some<Item>(items: readonly Item[], count: number): readonly Item[] {
    const left = new Set(items.keys());
    while (left.size > count) left.delete(this.pick([...left]));
    return items.filter((_, index) => left.has(index));
  }
}
