import { compileArnPattern, matchArnTokens } from '@policywright/arn';
import type { ArnPatternOptions, TokenBuffer } from '@policywright/arn';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import { FALSE, TRUE } from '../truth.ts';
import { Template, templateParts } from '../variables/template.ts';
import type { Variable } from '../variables/variable.ts';
import { anyOf, equalsAny, textTest } from './anyOf.ts';
import { matcherTest, templateTest } from './patterns.ts';
import { piecesOf } from './textPattern.ts';
import type { TextOptions } from './textPattern.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';

/** How every ARN begins; a value that is no ARN matches no ARN pattern (S112). */
const SCHEME = 'arn:';

/**
 * Compiles the values of ArnLike and ArnEquals, which are one operator (S109 to S112).
 *
 * @param values - The condition's values.
 * @param options - Keys, whether there are variables, and what `*` alone means.
 * @returns The test.
 */
export function arnLike(
  values: readonly string[],
  options: TextOptions & Pick<ResolvedOptions, 'loneStarArn'>,
): ValueTest {
  const patternOptions: ArnPatternOptions = { dialect: 'operator', loneStar: options.loneStarArn };
  const matches = (buffer: TokenBuffer, text: string): boolean =>
    matchArnTokens(buffer, text, patternOptions);
  const literals: string[] = [];
  const tests: TestFunction[] = [];
  const dynamic: TestFunction[] = [];
  const variables: Variable[] = [];
  for (const value of values) {
    const template = new Template(templateParts(piecesOf(value, options), options.keys), true);
    if (template.tokens === undefined) {
      variables.push(...template.variables);
      // A value with colons shifts the components, which no `*` does: hence not `starCovers`.
      dynamic.push(ofArnsOnly(templateTest(template, { matches, starCovers: false })));
      continue;
    }
    const matcher = compileArnPattern(template.tokens, patternOptions);
    if (matcher.kind === 'any') return textTest({ test: () => TRUE, cost: 1, matchesAll: true });
    if (matcher.kind === 'never') continue;
    if (matcher.literal === undefined) {
      tests.push(matcher.prefix.startsWith(SCHEME) ? matcherTest(matcher) : ofArnsOnly(matcherTest(matcher)));
    } else if (matcher.literal.startsWith(SCHEME)) {
      literals.push(matcher.literal);
    }
  }
  if (literals.length > 0) tests.unshift(equalsAny(literals));
  return textTest({
    test: anyOf([...tests, ...dynamic]),
    cost: 5 + 20 * tests.length + 60 * dynamic.length,
    variables,
  });
}

function ofArnsOnly(test: TestFunction): TestFunction {
  return (text, reader) => (text.startsWith(SCHEME) ? test(text, reader) : FALSE);
}
