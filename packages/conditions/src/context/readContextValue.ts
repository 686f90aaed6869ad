import { AMBIGUOUS, UNKNOWN, UNREADABLE, type ContextReading } from './contextReading.ts';

/**
 * Reads a context value as text: `18` as `"18"`, `true` as `"true"`. An array of texts is returned as it is.
 *
 * @param value - whatever the context holds.
 * @returns the reading; `undefined` counts as absent, since JSON cannot say it, and `UNREADABLE` stands for
 * `null`, objects, nested arrays and numbers that are not finite.
 */
export function readContextValue(value: unknown): ContextReading {
  if (typeof value === 'string' || value === undefined) return value;
  return Array.isArray(value) ? readList(value) : (readScalar(value) ?? UNREADABLE);
}

function readScalar(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return undefined;
  }
}

function readList(values: readonly unknown[]): readonly string[] | typeof UNREADABLE {
  if (isTextList(values)) return values;
  const texts: string[] = [];
  for (const value of values) {
    const text = readScalar(value);
    if (text === undefined) return UNREADABLE;
    texts.push(text);
  }
  return texts;
}

function isTextList(values: readonly unknown[]): values is readonly string[] {
  for (let index = 0; index < values.length; index++) {
    if (typeof values[index] !== 'string') return false;
  }
  return true;
}

/**
 * Brings the values of two spellings of one key together (S74).
 *
 * @param first - the reading so far.
 * @param second - the reading of another spelling.
 * @returns their common reading, or `AMBIGUOUS` when they differ.
 */
export function mergeReadings(first: ContextReading, second: ContextReading): ContextReading {
  if (first === UNKNOWN || second === UNKNOWN) return UNKNOWN;
  if (first === undefined) return second;
  if (second === undefined || sameReading(first, second)) return first;
  return AMBIGUOUS;
}

function sameReading(first: ContextReading, second: ContextReading): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object') return false;
  return first.length === second.length && first.every((text, index) => text === second[index]);
}
