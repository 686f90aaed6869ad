import { compileArnPattern, isArnPattern, STAR, type GlobTokens, type Matcher } from '@policywright/arn';
import { matchArnTokens, TokenBuffer } from '@policywright/arn/engine';
import type { ResolvedOptions } from '../options/resolveOptions.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import { ARN_FORM, hasArnForm } from '../values/arnForm.ts';
import { Template, templateParts } from '../variables/template.ts';
import { anyOf, equalsAny, orElse, otherwiseOf, valueTest } from './anyOf.ts';
import { literalPattern } from './literalPattern.ts';
import { descriptionOf, matcherTest, matchesEverything } from './patterns.ts';
import { piecesOf, type TextOptions } from './textPattern.ts';
import { textDescription } from './valueDescription.ts';
import {
  LONE_STAR,
  MALFORMED_POLICY,
  MALFORMED_REQUEST,
  matchesNothing,
  type TestFunction,
  type ValueTest,
  type Verdict,
} from './valueTest.ts';

/** What the values of an ARN operator are compiled with. */
export type ArnOptions = TextOptions & Pick<ResolvedOptions, 'loneStarArn'>;

/**
 * Compiles the values of ArnLike and ArnEquals, which are one operator (S109 to S112).
 *
 * @param values - the condition's values.
 * @param options - keys, whether there are variables, and what `*` alone means.
 * @returns the test.
 */
export function arnLike(values: readonly string[], options: ArnOptions): ValueTest {
  const { literals, matchers, templates, otherwise } = sortValues(values, options);
  if (otherwise === TRUE) return matchesEverything();
  const equal = literals.length === 0 ? matchesNothing : equalsAny(literals);
  const tests = [...matchers.map(matcherTest), ...templates.map(templateTest)];
  const matches = orElse(anyOf(tests), otherwise);
  return valueTest({
    test: (text, reader) => {
      if (equal(text, reader) === TRUE) return TRUE;
      return hasArnForm(text) ? matches(text, reader) : MALFORMED_REQUEST;
    },
    cost: 15 + 20 * matchers.length + 60 * templates.length,
    variables: templates.flatMap((template) => template.variables),
    describe: () => {
      const base = textDescription({
        matches: literals.map((literal) => literalPattern(literal, false)),
        readable: [ARN_FORM],
        otherwise: otherwiseOf(otherwise),
      });
      return descriptionOf(base, { matchers, templates, dialect: 'arn' });
    },
  });
}

/** The values of a condition by the way in which they are compared. */
interface SortedValues {
  /** ARNs without wildcards. */
  readonly literals: string[];
  readonly matchers: Matcher[];
  /** Those with variables. */
  readonly templates: Template[];
  /** What remains where none of them matches. */
  otherwise: Verdict;
}

function sortValues(values: readonly string[], options: ArnOptions): SortedValues {
  const sorted: SortedValues = { literals: [], matchers: [], templates: [], otherwise: FALSE };
  for (const value of values) {
    const template = new Template(templateParts(piecesOf(value, options), options.keys), true);
    if (template.tokens !== undefined) {
      sortPattern(sorted, template.tokens, options);
      continue;
    }
    sorted.templates.push(template);
  }
  return sorted;
}

function sortPattern(sorted: SortedValues, tokens: GlobTokens, { loneStarArn }: ArnOptions): void {
  if (isArnPattern({ tokens, length: tokens.length })) {
    const matcher = compileArnPattern(tokens, { dialect: 'operator' });
    if (matcher.literal === undefined) sorted.matchers.push(matcher);
    else sorted.literals.push(matcher.literal);
  } else if (tokens.length === 1 && tokens[0] === STAR) {
    if (loneStarArn === 'any') sorted.otherwise = TRUE;
    else if (loneStarArn === 'undecided') addOtherwise(sorted, LONE_STAR);
  } else {
    addOtherwise(sorted, MALFORMED_POLICY);
  }
}

function addOtherwise(sorted: SortedValues, verdict: Verdict): void {
  if (sorted.otherwise !== TRUE) sorted.otherwise = verdict;
}

/** False when a variable is unresolved (S120). A value with colons shifts the parts: what it is must be known. */
function templateTest(template: Template): TestFunction {
  const buffer = new TokenBuffer();
  return (text, reader) => {
    buffer.clear();
    switch (template.fill(reader, buffer)) {
      case 'resolved':
        if (!isArnPattern(buffer)) return MALFORMED_POLICY;
        return matchArnTokens(buffer, text, 'operator') ? TRUE : FALSE;
      case 'undecided':
        return UNDECIDED;
      case 'unresolved':
        return FALSE;
    }
  };
}
