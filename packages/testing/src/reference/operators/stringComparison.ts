import { crossingAll, globMatches } from '../glob.ts';
import { truth, type Truth } from '../truth.ts';
import { expand, type Expansion, type ExpansionScope } from '../variables.ts';
import type { ValuePair } from './valuePair.ts';

/** S90: exact; `*` and `?` are plain characters. */
export function stringEquals(pair: ValuePair, scope: ExpansionScope): Truth {
  return ifResolved(expand(pair.policy, scope), (text) => text === pair.request);
}

/** S91. */
export function stringEqualsIgnoreCase(pair: ValuePair, scope: ExpansionScope): Truth {
  return ifResolved(expand(pair.policy, scope), (text) => text.toLowerCase() === pair.request.toLowerCase());
}

/** S92: a glob over the whole text, in which colons and slashes are plain. */
export function stringLike(pair: ValuePair, scope: ExpansionScope): Truth {
  const pattern = expand(pair.policy, scope);
  if (pattern === 'undecided') return 'undecided';
  return truth(pattern !== 'unresolved' && globMatches(crossingAll(pattern), pair.request));
}

/** S120: a value with an unresolved variable equals nothing. */
function ifResolved(expansion: Expansion, test: (text: string) => boolean): Truth {
  if (expansion === 'undecided') return 'undecided';
  if (expansion === 'unresolved') return 'false';
  return truth(test(expansion.map((piece) => piece.text).join('')));
}
