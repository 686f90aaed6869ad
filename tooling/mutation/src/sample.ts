/**
 * A sample that a seed repeats.
 *
 * @param items - what is chosen from
 * @param size - how many are chosen at most
 * @param seed - an integer
 * @returns chosen items, in the order that they had
 */
export function sample<Item>(items: readonly Item[], size: number, seed: number): readonly Item[] {
  const random = randomOf(seed);
  const places = items.map((_, index) => index);
  for (let last = places.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  const chosen = new Set(places.slice(0, size));
  return items.filter((_, index) => chosen.has(index));
}

/** Mulberry32: numbers from 0 up to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
