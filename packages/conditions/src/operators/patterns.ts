import { matchGlobTokens, TokenBuffer, patternOf, type FamilyPattern } from '@policywright/arn/engine';
import { compileGlob, type Matcher } from '@policywright/arn';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Template } from '../variables/template.ts';
import { valueTest } from './anyOf.ts';
import { textDescription, type TextTemplate, type ValueDescription } from './valueDescription.ts';
import type { TestFunction, ValueTest } from './valueTest.ts';

/**
 * @param matcher - a compiled pattern.
 * @returns the test that passes what the pattern matches.
 */
export function matcherTest(matcher: Matcher): TestFunction {
  return (text) => (matcher.matches(text) ? TRUE : FALSE);
}

/**
 * @param template - a pattern with variables.
 * @returns the test of a glob over the whole text; false when a variable is unresolved (S120). A `*` in place of
 * what cannot be told covers every value, so that a mismatch is certain.
 */
export function templateTest(template: Template): TestFunction {
  const buffer = new TokenBuffer();
  return (text, reader) => {
    buffer.clear();
    const status = template.fill(reader, buffer);
    if (status === 'unresolved' || !matchGlobTokens(buffer, text)) return FALSE;
    return status === 'resolved' ? TRUE : UNDECIDED;
  };
}

/** @returns the test that every text passes. */
export function matchesEverything(): ValueTest {
  return valueTest({
    test: () => TRUE,
    cost: 1,
    matchesAll: true,
    describe: () => textDescription({ matches: familyOf([compileGlob('*')]) }),
  });
}

/** Compiled patterns, with and without variables, and how those with variables are read. */
export interface DescribedPatterns {
  readonly matchers: readonly Matcher[];
  readonly templates: readonly Template[];
  readonly dialect: TextTemplate['dialect'];
}

/**
 * Adds patterns to a description of texts.
 *
 * @param base - the description of the other values.
 * @param patterns - the patterns.
 * @returns the description of all.
 */
export function descriptionOf(base: ValueDescription, patterns: DescribedPatterns): ValueDescription {
  if (base.theory !== 'text') return base;
  const { matchers, templates, dialect } = patterns;
  return {
    ...base,
    matches: [...base.matches, ...familyOf(matchers)],
    templates: [...base.templates, ...templates.map(({ parts }) => ({ parts, ignoreCase: false, dialect }))],
  };
}

function familyOf(matchers: readonly Matcher[]): readonly FamilyPattern[] {
  return matchers.map(patternOf).filter((pattern) => pattern !== undefined);
}
