import { equalsIgnoreCase } from '../_internals/foldCase.ts';
import { FoldedIndex } from '../_internals/foldedIndex.ts';
import { FALSE, TRUE } from '../truth.ts';
import type { TextPiece } from '../variables/parseVariables.ts';
import { anyOf, equalsAny, valueTest } from './anyOf.ts';
import { Concatenation } from './concatenation.ts';
import { literalPattern } from './literalPattern.ts';
import { constantText, piecesOf, type TextOptions } from './textPattern.ts';
import { textDescription } from './valueDescription.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';

/** How texts without wildcards are compared. */
export interface EqualsOptions extends TextOptions {
  /** Whether case does not matter. */
  readonly ignoreCase: boolean;
}

/**
 * Compiles the values of StringEquals (S90) and StringEqualsIgnoreCase (S91).
 *
 * @param values - the condition's values.
 * @param options - keys, whether there are variables, whether case matters.
 * @returns the test.
 */
export function stringEquals(values: readonly string[], options: EqualsOptions): ValueTest {
  return stringEqualsPieces(
    values.map((value) => piecesOf(value, options)),
    options,
  );
}

/**
 * Does what `stringEquals` does, for values that are taken apart already.
 *
 * @param values - the pieces of each value; `*` and `?` in them are themselves.
 * @param options - as for `stringEquals`.
 * @returns the test.
 */
export function stringEqualsPieces(
  values: readonly (readonly TextPiece[])[],
  { keys, ignoreCase }: EqualsOptions,
): ValueTest {
  const constants: string[] = [];
  const concatenations: Concatenation[] = [];
  for (const pieces of values) {
    const constant = constantText(pieces);
    if (constant === undefined) concatenations.push(new Concatenation(pieces, { keys, ignoreCase }));
    else constants.push(constant);
  }
  const tests: TestFunction[] = concatenations.map((one) => (text, reader) => one.test(text, reader));
  if (constants.length > 0)
    tests.unshift(ignoreCase ? equalsAnyIgnoringCase(constants) : equalsAny(constants));
  return valueTest({
    test: anyOf(tests),
    cost: (ignoreCase ? 20 : 5) + 20 * concatenations.length,
    variables: concatenations.flatMap((one) => one.variables),
    describe: () =>
      textDescription({
        matches: constants.map((constant) => literalPattern(constant, ignoreCase)),
        templates: concatenations.map((one) => one.template),
      }),
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
