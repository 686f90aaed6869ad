import { TokenBuffer } from '@policywright/arn';
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

/** How {@link templateTest} compares. */
export interface TemplateOptions {
  /** Matches a filled pattern. */
  readonly matches: (buffer: TokenBuffer, text: string) => boolean;
  /** Whether a `*` in place of what cannot be told covers every value: then a mismatch is certain. */
  readonly starCovers: boolean;
}

/**
 * @param template - A pattern with variables.
 * @param options - How to match.
 * @returns The test; false when a variable is unresolved (S120).
 */
export function templateTest(template: Template, options: TemplateOptions): TestFunction {
  const buffer = new TokenBuffer();
  const { matches, starCovers } = options;
  return (text, reader) => {
    buffer.clear();
    switch (template.fill(reader, buffer)) {
      case 'resolved':
        return matches(buffer, text) ? TRUE : FALSE;
      case 'undecided':
        return starCovers && !matches(buffer, text) ? FALSE : UNDECIDED;
      default:
        return FALSE;
    }
  };
}
