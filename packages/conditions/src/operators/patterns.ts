import { matchGlobTokens, TokenBuffer } from '@policywright/arn/engine';
import type { Matcher } from '@policywright/arn';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Template } from '../variables/template.ts';
import type { TestFunction } from './valueTest.ts';

/**
 * @param matcher - A compiled pattern.
 * @returns The test that passes what the pattern matches.
 */
export function matcherTest(matcher: Matcher): TestFunction {
  return (text) => (matcher.matches(text) ? TRUE : FALSE);
}

/**
 * @param template - A pattern with variables.
 * @returns The test of a glob over the whole text; false when a variable is unresolved (S120). A `*` in place of
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
