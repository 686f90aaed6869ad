/** What is still to do, the most promising first, and among equals the oldest. */
export class WorkList {
  readonly #lists = new Map<number, { readonly items: number[]; next: number }>();
  #best = 0;

  /**
   * @param item - a number from 0.
   * @param score - how promising it is; an integer.
   */
  add(item: number, score: number): void {
    const list = this.#lists.get(score);
    if (list === undefined) this.#lists.set(score, { items: [item], next: 0 });
    else list.items.push(item);
    if (this.#lists.size === 1 || score > this.#best) this.#best = score;
  }

  /**
   * @returns the next item, which is no longer in the list, or -1.
   */
  next(): number {
    for (;;) {
      const list = this.#lists.get(this.#best);
      if (list === undefined) return -1;
      if (list.next < list.items.length) return list.items[list.next++] ?? -1;
      this.#lists.delete(this.#best);
      this.#best = Math.max(...this.#lists.keys());
    }
  }
}
