import * as fc from 'fast-check';
import { ACTIONS } from './_internals/alphabet.ts';

/**
 * Action names of the form `prefix:Name`, in the letter case of the service or another.
 *
 * @returns an arbitrary that shrinks to `s3:GetObject`.
 */
export function actionName(): fc.Arbitrary<string> {
  const known = fc.constantFrom(...ACTIONS);
  return fc.oneof(
    { arbitrary: known, weight: 8 },
    { arbitrary: known.map((name) => name.toLowerCase()), weight: 1 },
    { arbitrary: known.map((name) => `${name}x`), weight: 1 },
  );
}
