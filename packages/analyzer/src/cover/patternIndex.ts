/** Between these is literal text. */
const OPEN = /[*?]+|\$\{/;
/** Of literal texts so much is compared. */
const LONGEST_KEY = 8;

/** Of so few each is looked at: to sort them would cost more. */
const FEW = 16;

interface Placed<Item> {
  readonly item: Item;
  readonly at: number;
}

/**
 * Patterns whose letter case counts, sorted by some literal text of theirs. One covers another only if it matches the
 * other's shortest text, so that this has the literal text in it: most pairs of two long lists need not be looked at.
 */
export class PatternIndex<Item> {
  readonly #byKey = new Map<number, Map<string, Placed<Item>[]>>();
  readonly #open: Placed<Item>[] = [];
  readonly #few: readonly Item[] | undefined;

  /**
   * @param items - in an order that is kept.
   * @param textOf - the pattern of one.
   */
  constructor(items: Iterable<Item>, textOf: (item: Item) => string) {
    const all = [...items];
    this.#few = all.length <= FEW ? all : undefined;
    if (this.#few !== undefined) return;
    let at = 0;
    for (const item of all) {
      const key = keyOf(textOf(item));
      const placed = { item, at: at++ };
      if (key === '') this.#open.push(placed);
      else addTo(this.#byKey, key, placed);
    }
  }

  /**
   * Those that may cover a pattern, in their order.
   *
   * @param text - the pattern.
   */
  above(text: string): readonly Item[] {
    if (this.#few !== undefined) return this.#few;
    const found = new Set(this.#open);
    const shortest = shortestOf(text);
    for (const [length, byKey] of this.#byKey) {
      for (let start = 0; start + length <= shortest.length; start++) {
        const items = byKey.get(shortest.slice(start, start + length));
        if (items !== undefined) for (const placed of items) found.add(placed);
      }
    }
    return [...found].sort((one, other) => one.at - other.at).map(({ item }) => item);
  }
}

/** The end of the last literal text: what stands in front of it is alike in most ARNs. */
function keyOf(text: string): string {
  const last = text.split(OPEN).findLast((literal) => literal !== '') ?? '';
  return last.slice(-LONGEST_KEY);
}

/** What a pattern matches at least, up to its first variable. */
function shortestOf(text: string): string {
  const end = text.indexOf('${');
  return (end < 0 ? text : text.slice(0, end)).replaceAll('*', '').replaceAll('?', 'x');
}

function addTo<Item>(
  byKey: Map<number, Map<string, Placed<Item>[]>>,
  key: string,
  placed: Placed<Item>,
): void {
  let keys = byKey.get(key.length);
  if (keys === undefined) byKey.set(key.length, (keys = new Map()));
  const known = keys.get(key);
  if (known === undefined) keys.set(key, [placed]);
  else known.push(placed);
}
