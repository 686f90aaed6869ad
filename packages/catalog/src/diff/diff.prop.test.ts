import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogSnapshot, diffCatalogs, getService, readSnapshot, type Service } from '../index.ts';

const sqs = JSON.parse(JSON.stringify(getService('sqs'))) as Service;

/** The paths of all values inside a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

/** Puts another value at a path of a copy. */
function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const original = { version: '1', services: [sqs] };
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, null, [], {}, '__proto__', [null], [[]]),
);

test('any value at any place of a snapshot is refused or can be compared; nothing throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pathsOf(original)), anything, (path, by) => {
      const snapshot = readSnapshot(replaced(original, path, by));
      if (snapshot === undefined) return;
      expect(Array.isArray(diffCatalogs(snapshot, original))).toBe(true);
      expect(Array.isArray(diffCatalogs(original, snapshot))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

test('any JSON is refused or can be compared with the catalog', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const snapshot = readSnapshot(value);
      expect(snapshot === undefined || Array.isArray(diffCatalogs(catalogSnapshot(), snapshot))).toBe(true);
    }),
  );
});
