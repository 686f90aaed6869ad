/** A source of choices that a number settles, so that shrinking shrinks it. */
export class Chooser {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to below a limit; 0 while the seed is 0. */
  below(limit: number): number {
    if (this.#state === 0) return 0;
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  shuffle<Value>(values: readonly Value[]): Value[] {
    const rest = [...values];
    const result: Value[] = [];
    while (rest.length > 0) result.push(...rest.splice(this.below(rest.length), 1));
    return result;
  }

  /** Shuffled, and one element twice where there is any. */
  shuffleAndRepeat<Value>(values: readonly Value[]): Value[] {
    const extra = values[this.below(values.length)];
    return this.shuffle(extra === undefined ? values : [...values, extra]);
  }

  /** The same text in another letter case. */
  recase(text: string): string {
    return text
      .split('')
      .map((unit) => (this.below(2) === 0 ? unit.toLowerCase() : unit.toUpperCase()))
      .join('');
  }
}

/** The same JSON value, with the members of objects in another order, and those of arrays too, some twice. */
export function rearrange(value: unknown, chooser: Chooser): unknown {
  if (Array.isArray(value)) return chooser.shuffleAndRepeat(value).map((item) => rearrange(item, chooser));
  if (typeof value !== 'object' || value === null) return value;
  const members = chooser.shuffle(Object.entries(value));
  return Object.fromEntries(members.map(([name, member]) => [name, rearrange(member, chooser)]));
}
