import { simplePattern } from './simplePattern.ts';

/**
 * Drops patterns all of whose names others match as well, the last first.
 *
 * @param patterns - without prefix.
 * @param wanted - the names that they are to match.
 */
export function dropSuperfluous(patterns: readonly string[], wanted: ReadonlySet<string>): readonly string[] {
  const matched = new Map(
    patterns.map((pattern) => {
      const matches = simplePattern(pattern);
      return [pattern, [...wanted].filter((name) => matches(name.toLowerCase()))];
    }),
  );
  const timesCovered = new Map<string, number>();
  for (const names of matched.values()) {
    for (const name of names) timesCovered.set(name, (timesCovered.get(name) ?? 0) + 1);
  }
  return patterns.toReversed().filter((pattern) => {
    const names = matched.get(pattern) ?? [];
    if (names.some((name) => timesCovered.get(name) === 1)) return true;
    for (const name of names) timesCovered.set(name, (timesCovered.get(name) ?? 1) - 1);
    return false;
  });
}
