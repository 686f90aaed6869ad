/** A value that went, and the one that covers it. */
export interface Covered<Value> {
  readonly value: Value;
  readonly by: Value;
}

/**
 * Drops from a list what another value of it covers, the later one where two cover each other.
 *
 * @param values - any values, in order.
 * @param covers - whether the first covers the second: reflexive and transitive.
 * @returns those that stay, in order, and those that went.
 */
export function withoutCovered<Value>(
  values: readonly Value[],
  covers: (wide: Value, narrow: Value) => boolean,
): { readonly kept: readonly Value[]; readonly covered: readonly Covered<Value>[] } {
  let kept: Value[] = [];
  const covered: Covered<Value>[] = [];
  for (const value of values) {
    const wide = kept.find((other) => covers(other, value));
    if (wide !== undefined) {
      covered.push({ value, by: wide });
      continue;
    }
    const stay = kept.filter((other) => !covers(value, other));
    if (stay.length < kept.length) {
      const isKept = new Set(stay);
      for (const other of kept) if (!isKept.has(other)) covered.push({ value: other, by: value });
      kept = stay;
    }
    kept.push(value);
  }
  return { kept, covered };
}
