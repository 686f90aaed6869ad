/** Gives things that have the same key one object and one number. */
export class Interned<T> {
  readonly #byKey: Map<string, T> = new Map();

  /**
   * The thing of a key.
   *
   * @param key - equal for equal things.
   * @param make - makes it, given its number, when it is first asked for.
   */
  get(key: string, make: (number: number) => T): T {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = make(this.#byKey.size);
    this.#byKey.set(key, made);
    return made;
  }
}
