import { crossingAll, globMatches, type Piece } from '../glob.ts';
import { truth, type Truth } from '../truth.ts';
import { expand, type Expansion, type ExpansionScope } from '../variables.ts';
import type { ValuePair } from './valuePair.ts';

/** S90: exact; `*` and `?` are plain characters. */
export function stringEquals(pair: ValuePair, scope: ExpansionScope): Truth {
  const { status, pieces } = expand(pair.policy, scope);
  return matchOutcome(status, () => globMatches(crossingAll(withoutWildcards(pieces)), pair.request));
}

/** S91. */
export function stringEqualsIgnoreCase(pair: ValuePair, scope: ExpansionScope): Truth {
  const { status, pieces } = expand(pair.policy, scope);
  const lower = withoutWildcards(pieces).map((piece) => ({ ...piece, text: piece.text.toLowerCase() }));
  return matchOutcome(status, () => globMatches(crossingAll(lower), pair.request.toLowerCase()));
}

/** S92: a glob over the whole text, in which colons and slashes are plain. */
export function stringLike(pair: ValuePair, scope: ExpansionScope): Truth {
  const { status, pieces } = expand(pair.policy, scope);
  return matchOutcome(status, () => globMatches(crossingAll(pieces), pair.request));
}

function withoutWildcards(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece) => (piece.open === true ? piece : { ...piece, wild: false }));
}

/**
 * S120: a value with an unresolved variable equals nothing. S74: one with an undecided variable is
 * undecided where it might match.
 */
export function matchOutcome(status: Expansion['status'], mightMatch: () => boolean): Truth {
  if (status === 'unresolved' || !mightMatch()) return truth(false);
  return status === 'undecided' ? 'undecided' : truth(true);
}
