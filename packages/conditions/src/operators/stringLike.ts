import { compileGlob, matchGlobTokens } from '@policywright/arn';
import { Template, templateParts } from '../variables/template.ts';
import { anyOf, equalsAny, textTest } from './anyOf.ts';
import { Concatenation } from './concatenation.ts';
import { matcherTest, templateTest } from './patterns.ts';
import { constantText, hasWildcards, piecesOf } from './textPattern.ts';
import type { TextOptions } from './textPattern.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';
import type { Variable } from '../variables/variable.ts';

/**
 * Compiles the values of StringLike (S92, S93).
 *
 * @param values - The condition's values.
 * @param options - Keys, and whether there are variables.
 * @returns The test.
 */
export function stringLike(values: readonly string[], options: TextOptions): ValueTest {
  const literals: string[] = [];
  const tests: TestFunction[] = [];
  const dynamic: TestFunction[] = [];
  const variables: Variable[] = [];
  let matchesAll = false;
  for (const value of values) {
    const pieces = piecesOf(value, options);
    const constant = constantText(pieces);
    if (!hasWildcards(pieces)) {
      if (constant === undefined) {
        const concatenation = new Concatenation(pieces, { keys: options.keys, ignoreCase: false });
        variables.push(...concatenation.variables);
        dynamic.push((text, reader) => concatenation.test(text, reader));
      } else {
        literals.push(constant);
      }
      continue;
    }
    const template = new Template(templateParts(pieces, options.keys), true);
    if (template.tokens === undefined) {
      variables.push(...template.variables);
      dynamic.push(templateTest(template, { matches: matchGlobTokens, starCovers: true }));
    } else {
      const matcher = compileGlob(template.tokens);
      matchesAll ||= matcher.kind === 'any';
      tests.push(matcherTest(matcher));
    }
  }
  if (literals.length > 0) tests.unshift(equalsAny(literals));
  return textTest({
    test: matchesAll ? () => 1 : anyOf([...tests, ...dynamic]),
    cost: matchesAll ? 1 : 5 + 10 * tests.length + 40 * dynamic.length,
    matchesAll,
    variables,
  });
}
