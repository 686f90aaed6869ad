/** Takes choices from a list of numbers, over and over. */
export class Picker {
  readonly #picks: readonly number[];
  #next = 0;

  constructor(picks: readonly number[]) {
    this.#picks = picks;
  }

  number(): number {
    const pick = this.#picks[this.#next % this.#picks.length] ?? 0;
    // Later rounds differ from the first, so that a short list still makes varied choices.
    const round = Math.floor(this.#next / Math.max(this.#picks.length, 1));
    this.#next += 1;
    return pick + round * 7;
  }

  of<Value>(values: readonly [Value, ...Value[]] | readonly Value[], fallback: Value): Value {
    return at(values, this.number(), fallback);
  }
}

/** The element at a number, modulo the length. */
export function at<Value>(values: readonly Value[], index: number, fallback: Value): Value {
  return values[index % values.length] ?? fallback;
}
