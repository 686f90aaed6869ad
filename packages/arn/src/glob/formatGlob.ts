import { ANY, STAR } from '../_internals/codes.ts';
import type { GlobTokens } from '../model/globTokens.ts';

/**
 * Prints tokens as a pattern's text, so that `tokenizeGlob(formatGlob(tokens))` gives the same tokens back.
 *
 * @param tokens - the tokens.
 * @returns the text, or `undefined` when a literal `*` or `?` is among them, which no text can say.
 */
export function formatGlob(tokens: GlobTokens): string | undefined {
  let text = '';
  for (const token of tokens) {
    if (token === 42 || token === 63) return undefined;
    text += token === STAR ? '*' : token === ANY ? '?' : String.fromCharCode(token);
  }
  return text;
}
