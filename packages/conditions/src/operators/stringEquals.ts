import { equalsIgnoreCase } from '../_internals/foldCase.ts';
import { FoldedIndex } from '../_internals/foldedIndex.ts';
import { FALSE, TRUE } from '../truth.ts';
import { anyOf, equalsAny, textTest } from './anyOf.ts';
import { Concatenation } from './concatenation.ts';
import { constantText, piecesOf } from './textPattern.ts';
import type { TextOptions } from './textPattern.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';

/**
 * Compiles the values of StringEquals (S90) and StringEqualsIgnoreCase (S91).
 *
 * @param values - The condition's values.
 * @param options - Keys, whether there are variables, whether case matters.
 * @returns The test.
 */
export function stringEquals(
  values: readonly string[],
  options: TextOptions & { readonly ignoreCase: boolean },
): ValueTest {
  const { ignoreCase, keys } = options;
  const constants: string[] = [];
  const concatenations: Concatenation[] = [];
  for (const value of values) {
    const pieces = piecesOf(value, options);
    const constant = constantText(pieces);
    if (constant === undefined) concatenations.push(new Concatenation(pieces, { keys, ignoreCase }));
    else constants.push(constant);
  }
  const tests: TestFunction[] = concatenations.map((one) => (text, reader) => one.test(text, reader));
  if (constants.length > 0)
    tests.unshift(ignoreCase ? equalsAnyIgnoringCase(constants) : equalsAny(constants));
  return textTest({
    test: anyOf(tests),
    cost: (ignoreCase ? 20 : 5) + 20 * concatenations.length,
    variables: concatenations.flatMap((one) => one.variables),
  });
}

function equalsAnyIgnoringCase(texts: readonly string[]): TestFunction {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined)
    return (text) => (equalsIgnoreCase(text, only) ? TRUE : FALSE);
  const index = new FoldedIndex();
  for (const text of texts) index.add(text);
  return (text) => (index.find(text) >= 0 ? TRUE : FALSE);
}
