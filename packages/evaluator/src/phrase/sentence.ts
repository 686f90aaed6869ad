import type { Phrase } from './phrase.ts';

/**
 * A clause as a sentence of its own: with a capital letter, or an article before a statement, and a full stop.
 *
 * @param clause - begins in lower case and has no full stop.
 */
export function sentence(clause: Phrase): Phrase {
  const [first, ...rest] = clause;
  if (first === undefined) return [];
  if (typeof first === 'string') return [first.charAt(0).toUpperCase() + first.slice(1), ...rest, '.'];
  return 'code' in first ? [...clause, '.'] : ['The ', ...clause, '.'];
}
