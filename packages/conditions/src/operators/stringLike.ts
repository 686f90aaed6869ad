import { compileGlob } from '@policywright/arn';
import { TRUE } from '../truth.ts';
import { Template, templateParts } from '../variables/template.ts';
import type { TextPiece } from '../variables/parseVariables.ts';
import type { Variable } from '../variables/variable.ts';
import { anyOf, valueTest } from './anyOf.ts';
import { matcherTest, templateTest } from './patterns.ts';
import { stringEqualsPieces } from './stringEquals.ts';
import { hasWildcards, piecesOf } from './textPattern.ts';
import type { TextOptions } from './textPattern.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';

/**
 * Compiles the values of StringLike (S92, S93).
 *
 * @param values - The condition's values.
 * @param options - Keys, and whether there are variables.
 * @returns The test.
 */
export function stringLike(values: readonly string[], options: TextOptions): ValueTest {
  const plain: (readonly TextPiece[])[] = [];
  const tests: TestFunction[] = [];
  const dynamic: TestFunction[] = [];
  const variables: Variable[] = [];
  for (const value of values) {
    const pieces = piecesOf(value, options);
    if (!hasWildcards(pieces)) {
      plain.push(pieces);
      continue;
    }
    const template = new Template(templateParts(pieces, options.keys), true);
    if (template.tokens === undefined) {
      variables.push(...template.variables);
      dynamic.push(templateTest(template));
      continue;
    }
    const matcher = compileGlob(template.tokens);
    if (matcher.kind === 'any') return valueTest({ test: () => TRUE, cost: 1, matchesAll: true });
    tests.push(matcherTest(matcher));
  }
  const equal = stringEqualsPieces(plain, { ...options, ignoreCase: false });
  if (plain.length > 0) tests.unshift(equal.test);
  return valueTest({
    test: anyOf([...tests, ...dynamic]),
    cost: equal.cost + 10 * tests.length + 40 * dynamic.length,
    variables: [...equal.variables, ...variables],
  });
}
