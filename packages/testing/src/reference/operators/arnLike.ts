import { crossingAll, globMatches, type Piece } from '../glob.ts';
import { truth, type Truth } from '../truth.ts';
import { expand, type ExpansionScope } from '../variables.ts';
import type { ValuePair } from './valuePair.ts';

/** S110 to S112: six components, each compared as a glob; a text without six is not an ARN and matches nothing. */
export function arnLike(pair: ValuePair, scope: ExpansionScope): Truth {
  const pattern = expand(pair.policy, scope);
  if (pattern === 'undecided') return 'undecided';
  if (pattern === 'unresolved') return 'false';
  const wanted = splitInSix(pattern);
  const given = splitInSix(pair.request.split('').map((text) => ({ text, wild: false })));
  if (wanted === undefined || given === undefined || !pair.request.startsWith('arn:')) return 'false';
  return truth(
    wanted.every((component, index) => globMatches(crossingAll(component), textOf(given[index] ?? []))),
  );
}

/** The components between the first five colons; the sixth is the remainder (rule S111). */
function splitInSix(pieces: readonly Piece[]): readonly (readonly Piece[])[] | undefined {
  const components: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === ':' && components.length < 6) components.push([]);
    else components.at(-1)?.push(piece);
  }
  return components.length === 6 ? components : undefined;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}
