import type { Explanation } from '../explanation/explanation.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import { renderText } from './renderText.ts';

/** Options of `renderExplanation`. */
export interface RenderOptions {
  /** `text`, the default, is a tree for a terminal. */
  readonly format?: 'text' | 'markdown' | undefined;
  /** ANSI colours, for `text` only; off by default. Verdicts also carry a sign and a word. */
  readonly color?: boolean | undefined;
  /** Show statements about other actions too; off by default. */
  readonly all?: boolean | undefined;
}

/**
 * Puts an explanation into words: the decision, each layer with its verdict, each statement that concerns
 * the action with what matched and what did not, and what would have to change.
 *
 * @param explanation - from `Authorizer.explain`.
 * @param options - the format.
 * @returns lines joined by `\n`, without a final one.
 */
export function renderExplanation(explanation: Explanation, options: RenderOptions = {}): string {
  return options.format === 'markdown'
    ? renderMarkdown(explanation, options)
    : renderText(explanation, options);
}
