import { equalsIgnoreCase } from '../_internals/foldCase.ts';
import { FALSE, TRUE } from '../truth.ts';
import { anyOf, textTest } from './anyOf.ts';
import { Concatenation } from './concatenation.ts';
import { constantText, piecesOf } from './textPattern.ts';
import type { TextOptions } from './textPattern.ts';
import { MALFORMED } from './valueTest.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';

/**
 * Compiles the values of Bool (S102, S103).
 *
 * @param values - The condition's values.
 * @param options - Keys, and whether there are variables, which is open (S115).
 * @returns The test.
 */
export function boolTest(values: readonly string[], options: TextOptions): ValueTest {
  const tests: TestFunction[] = [];
  const concatenations: Concatenation[] = [];
  let malformed = 0;
  for (const value of values) {
    const pieces = piecesOf(value, options);
    const constant = constantText(pieces);
    if (constant === undefined) {
      const concatenation = new Concatenation(pieces, { keys: options.keys, ignoreCase: true });
      concatenations.push(concatenation);
      tests.push((text, reader) => concatenation.test(text, reader));
    } else if (readBool(constant) === undefined) {
      malformed++;
    } else {
      tests.push((text) => (equalsIgnoreCase(text, constant) ? TRUE : FALSE));
    }
  }
  const matches = anyOf(tests);
  return textTest({
    test: (text, reader) => (readBool(text) === undefined ? MALFORMED : matches(text, reader)),
    cost: 8 + 20 * concatenations.length,
    canMatch: tests.length > 0,
    malformed,
    variables: concatenations.flatMap((one) => one.variables),
  });
}

/**
 * @param text - `true` or `false` in any case (S103).
 * @returns The value, or `undefined` for any other text.
 */
export function readBool(text: string): boolean | undefined {
  if (text === 'true' || equalsIgnoreCase(text, 'true')) return true;
  if (text === 'false' || equalsIgnoreCase(text, 'false')) return false;
  return undefined;
}
