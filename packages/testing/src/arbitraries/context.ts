import type { ContextDocument, OneOrMany } from '@policywright/scenario';
import * as fc from 'fast-check';
import { KEYS, REQUEST_VALUES, type ValueKind } from './_internals/alphabet.ts';

const KINDS = Object.keys(KEYS) as ValueKind[];

/**
 * Request contexts of up to four keys, single-valued and multivalued, now and then with two keys whose
 * names differ only in case.
 *
 * @returns an arbitrary that shrinks to the empty context.
 */
export function context(): fc.Arbitrary<ContextDocument> {
  return fc.array(entry(), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
}

function entry(): fc.Arbitrary<readonly [key: string, value: OneOrMany<string | number | boolean>]> {
  return fc.constantFrom(...KINDS).chain((kind) => {
    const value = fc.constantFrom(...REQUEST_VALUES[kind]);
    const values = fc.oneof(
      { arbitrary: value.map(asJson), weight: 4 },
      { arbitrary: fc.array(value, { maxLength: 3 }), weight: 1 },
    );
    return fc.tuple(keySpelling(fc.constantFrom(...KEYS[kind])), values);
  });
}

/** `1` and `true` may be written as themselves (rule S18). */
function asJson(text: string): string | number | boolean {
  if (text === 'true') return true;
  return text === '9' ? 9 : text;
}

function keySpelling(key: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: key, weight: 9 },
    { arbitrary: key.map((name) => name.toUpperCase()), weight: 1 },
  );
}
