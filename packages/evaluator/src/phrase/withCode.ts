import type { Phrase } from './phrase.ts';

/**
 * Reads words in which backticks mark code.
 *
 * @param text - a sentence of ours, or a title that somebody wrote; never text of a policy.
 */
export function withCode(text: string): Phrase {
  return text.split('`').map((part, index) => (index % 2 === 1 ? { code: part } : part));
}
