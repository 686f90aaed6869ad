import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMBIGUOUS, ContextReader, KeyTable, UNKNOWN, type RequestContext } from '../index.ts';

const key = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'B', ':', 'é', 'É'), maxLength: 3 });
const value = fc.oneof(fc.constantFrom('1', '2'), fc.array(fc.constantFrom('1', '2'), { maxLength: 2 }));

/** The plain way: compare every key. */
function oracle(context: RequestContext, name: string): unknown {
  const values = Object.entries(context)
    .filter(([key]) => key.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value);
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  return texts.size > 1 ? AMBIGUOUS : values[0];
}

describe('ContextReader', () => {
  test('S73, S74: reads request after request as the plain way does', () => {
    const contexts = fc.array(fc.dictionary(key, value, { maxKeys: 5 }), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 6 }),
        contexts,
        fc.array(key, { maxLength: 2 }),
        (names, contexts, late) => {
          const keys = new KeyTable();
          const reader = new ContextReader(keys);
          const known = names.map((name) => [name, keys.slot(name)] as const);
          for (const context of [...contexts, ...contexts]) {
            reader.load(context);
            for (const [name, slot] of known) expect(reader.value(slot)).toEqual(oracle(context, name));
            for (const name of late) expect(reader.value(keys.slot(name))).toEqual(oracle(context, name));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an unknown key is unknown, and changes no other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { selector: (name) => name.toLowerCase(), minLength: 1 }),
        fc.dictionary(key, value),
        (names, context) => {
          const keys = new KeyTable();
          const reader = new ContextReader(keys);
          const [first, ...others] = names.map((name) => [name, keys.slot(name)] as const);
          if (first === undefined) return;
          reader.load(context);
          reader.markUnknown([first[0].toUpperCase()]);
          expect(reader.value(first[1])).toBe(UNKNOWN);
          for (const [name, slot] of others) expect(reader.value(slot)).toEqual(oracle(context, name));
        },
      ),
    );
  });
});
