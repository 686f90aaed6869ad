/** Lists of key names by the indices that stand for them in the text; equal lists are one object. */
export class KeyLists {
  readonly #names: readonly string[];
  readonly #lists = new Map<string, readonly string[]>();

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** @param indices - numbers in base 36 with commas between: `0,2,1k`. */
  pick(indices: string): readonly string[] {
    let list = this.#lists.get(indices);
    if (list === undefined) {
      list = indices.split(',').map((index) => this.#names[parseInt(index, 36)] ?? '');
      this.#lists.set(indices, list);
    }
    return list;
  }
}
