import { FoldedIndex } from '../_internals/foldedIndex.ts';

/**
 * Numbers the context keys that a set of policies mentions, so that a request's context is searched for each
 * key once, however many conditions ask. Names that differ only in case are one key (S73).
 */
export class KeyTable {
  readonly #index: FoldedIndex = new FoldedIndex();

  /** How many keys there are; slots run from 0 to `size - 1`. */
  get size(): number {
    return this.#index.size;
  }

  /**
   * Gives a key its slot, a new one the first time.
   *
   * @param key - the name of a context key, in any case: `aws:ResourceTag/team`.
   * @returns the slot.
   */
  slot(key: string): number {
    return this.#index.add(key);
  }

  /**
   * Looks a key up without adding it; allocates nothing.
   *
   * @param key - the name of a context key, in any case.
   * @returns the slot, or -1 if no policy mentions the key.
   */
  find(key: string): number {
    return this.#index.find(key);
  }

  /**
   * @param slot - a slot.
   * @returns the key's name in the spelling seen first, or `''` for a slot that does not exist.
   */
  name(slot: number): string {
    return this.#index.at(slot) ?? '';
  }
}
