/** An entry of `Action`, `Resource` or their negations, with its place. */
export class ListEntry<Facts> {
  /** What is known about its text. */
  readonly facts: Facts;
  /** Its place in the list. */
  readonly index: number;
  /** Whether the caller says that it has unknown parts. */
  readonly unknown: boolean;
  readonly #element: string;
  readonly #isList: boolean;

  /**
   * @param place - the pointer of the element, and whether it is a list.
   * @internal
   */
  constructor(
    facts: Facts,
    index: number,
    place: { readonly element: string; readonly isList: boolean; readonly unknown: boolean },
  ) {
    this.facts = facts;
    this.index = index;
    this.unknown = place.unknown;
    this.#element = place.element;
    this.#isList = place.isList;
  }

  /**
   * The same entry, as one of which nothing is known.
   *
   * @internal
   */
  asUnknown(): ListEntry<Facts> {
    const place = { element: this.#element, isList: this.#isList, unknown: true };
    return new ListEntry(this.facts, this.index, place);
  }

  /** JSON pointer from the root of the policy; made when asked for, since most entries draw no finding. */
  get pointer(): string {
    return this.#isList ? `${this.#element}/${this.index}` : this.#element;
  }
}
