import { quoteWhole, visible } from '@policywright/policy/text';
import type { Phrase, Piece } from './phrase.ts';

/**
 * A sentence as one line of text: code in backticks, a statement with its name and its place, and what a terminal would
 * act on as escapes.
 *
 * @param phrase - the sentence.
 */
export function textOf(phrase: Phrase): string {
  return phrase.map(textOfPiece).join('');
}

function textOfPiece(piece: Piece): string {
  if (typeof piece === 'string') return visible(piece);
  if ('code' in piece) return quoteWhole(piece.code);
  const { statement, sid } = piece;
  return `statement ${sid === undefined ? '' : `${quoteWhole(sid)} at `}${quoteWhole(statement)}`;
}
