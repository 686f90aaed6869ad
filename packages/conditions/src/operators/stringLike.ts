import { compileGlob, type Matcher } from '@policywright/arn';
import { Template, templateParts } from '../variables/template.ts';
import type { TextPiece } from '../variables/parseVariables.ts';
import { anyOf, valueTest } from './anyOf.ts';
import { descriptionOf, matchesEverything, matcherTest, templateTest } from './patterns.ts';
import { stringEqualsPieces } from './stringEquals.ts';
import { hasWildcards, piecesOf, type TextOptions } from './textPattern.ts';
import type { ValueTest } from './valueTest.ts';

/**
 * Compiles the values of StringLike (S92, S93).
 *
 * @param values - the condition's values.
 * @param options - keys, and whether there are variables.
 * @returns the test.
 */
export function stringLike(values: readonly string[], options: TextOptions): ValueTest {
  const plain: (readonly TextPiece[])[] = [];
  const matchers: Matcher[] = [];
  const templates: Template[] = [];
  for (const value of values) {
    const pieces = piecesOf(value, options);
    if (!hasWildcards(pieces)) {
      plain.push(pieces);
      continue;
    }
    const template = new Template(templateParts(pieces, options.keys), true);
    if (template.tokens === undefined) {
      templates.push(template);
      continue;
    }
    const matcher = compileGlob(template.tokens);
    if (matcher.kind === 'any') return matchesEverything();
    matchers.push(matcher);
  }
  const equal = stringEqualsPieces(plain, { ...options, ignoreCase: false });
  const tests = matchers.map(matcherTest);
  if (plain.length > 0) tests.unshift(equal.test);
  return valueTest({
    test: anyOf([...tests, ...templates.map(templateTest)]),
    cost: equal.cost + 10 * tests.length + 40 * templates.length,
    variables: [...equal.variables, ...templates.flatMap((template) => template.variables)],
    describe: () => descriptionOf(equal.describe(), { matchers, templates, dialect: 'glob' }),
  });
}
