import type { OneOrMany } from '@policywright/scenario';

/** A list without each of its items, but for the last one. */
export function* withoutOne<Item>(items: readonly Item[], least = 0): Iterable<readonly Item[]> {
  if (items.length <= least) return;
  for (const index of items.keys()) yield items.filter((_, other) => other !== index);
}

/** A list with each of its items made simpler. */
export function* withSimpler<Item>(
  items: readonly Item[],
  simpler: (item: Item) => Iterable<Item>,
): Iterable<readonly Item[]> {
  for (const [index, item] of items.entries()) {
    for (const smaller of simpler(item)) yield items.map((old, other) => (other === index ? smaller : old));
  }
}

/** Fewer values; a list of one as that value. */
export function* simplerOneOrMany<Value>(values: OneOrMany<Value>): Iterable<OneOrMany<Value>> {
  if (!isList(values)) return;
  yield* values; // Each alone.
  if (values.length > 2) yield* withoutOne(values);
}

/** A record without each of its members. */
export function* withoutMember<Value>(
  record: Readonly<Record<string, Value>>,
  least = 0,
): Iterable<Readonly<Record<string, Value>>> {
  for (const entries of withoutOne(Object.entries(record), least)) yield Object.fromEntries(entries);
}

/** A record with each of its members made simpler. */
export function* withSimplerMember<Value>(
  record: Readonly<Record<string, Value>>,
  simpler: (value: Value) => Iterable<Value>,
): Iterable<Readonly<Record<string, Value>>> {
  for (const [name, value] of Object.entries(record)) {
    for (const smaller of simpler(value)) yield { ...record, [name]: smaller };
  }
}

function isList<Value>(values: OneOrMany<Value>): values is readonly Value[] {
  return Array.isArray(values);
}
