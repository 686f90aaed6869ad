/** A value that went, and the one that covers it. */
export interface Covered<Value> {
  readonly value: Value;
  readonly by: Value;
}

/** How values relate. */
export interface Coverage<Value> {
  /** Whether the first covers the second: reflexive and transitive. */
  readonly covers: (wide: Value, narrow: Value) => boolean;
  /** Whether the value can cover others at all, which spares most pairs of a long list. */
  readonly isWide: (value: Value) => boolean;
}

/**
 * Drops from a list what another value of it covers, the later one where two cover each other.
 *
 * @param values - different values, in order.
 * @param coverage - how they relate.
 * @returns those that stay, in order, and those that went.
 */
export function withoutCovered<Value>(
  values: readonly Value[],
  { covers, isWide }: Coverage<Value>,
): { readonly kept: readonly Value[]; readonly covered: readonly Covered<Value>[] } {
  const kept = new Set<Value>();
  const wide = new Set<Value>();
  const covered: Covered<Value>[] = [];
  for (const value of values) {
    const by = find(wide, (other) => covers(other, value));
    if (by !== undefined) {
      covered.push({ value, by });
      continue;
    }
    if (isWide(value)) {
      for (const other of kept) {
        if (!covers(value, other)) continue;
        covered.push({ value: other, by: value });
        kept.delete(other);
        wide.delete(other);
      }
      wide.add(value);
    }
    kept.add(value);
  }
  return { kept: [...kept], covered };
}

function find<Value>(values: Iterable<Value>, test: (value: Value) => boolean): Value | undefined {
  for (const value of values) if (test(value)) return value;
  return undefined;
}
