import type { Explanation } from '../explanation/explanation.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import type { RenderOptions } from './renderOptions.ts';
import { renderText } from './renderText.ts';

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
