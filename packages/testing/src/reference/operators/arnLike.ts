import { crossingAll, globMatches, literalPieces, type Piece } from '../glob.ts';
import { truth, type Truth } from '../truth.ts';
import { expand, type ExpansionScope } from '../variables.ts';
import type { ValuePair } from './valuePair.ts';

/** S110 to S112: six components, each compared as a glob; nothing can be told of what is no ARN, on either side. */
export function arnLike(pair: ValuePair, scope: ExpansionScope): Truth {
  const { status, pieces } = expand(pair.policy, scope);
  const { loneStarArn = 'undecided' } = scope.readings ?? {};
  // One that stands for what cannot be told is none.
  const isLoneStar =
    status === 'resolved' && pieces.length > 0 && pieces.every(({ text, wild }) => text === '*' && wild);
  if (isLoneStar && loneStarArn === 'any') return 'true';
  const given = splitInSix(literalPieces(pair.request));
  if (given === undefined || !isArn(given)) return 'undecided';
  if (status === 'unresolved') return 'false'; // S120
  // What is undecided may hold colons, so that the components cannot be told apart.
  if (status === 'undecided') return 'undecided';
  if (isLoneStar && loneStarArn === 'never') return 'false';
  const wanted = splitInSix(pieces); // A lone `*` has not six either.
  if (wanted === undefined || !isArn(wanted)) return 'undecided';
  return truth(wanted.every((component, index) => matches(component, given[index])));
}

/** The first component is, or can be, `arn`; each of the others may be empty (S42, S43). */
function isArn([scheme = []]: readonly (readonly Piece[])[]): boolean {
  return matches(scheme, literalPieces('arn'));
}

function matches(component: readonly Piece[], given: readonly Piece[] = []): boolean {
  return globMatches(crossingAll(component), given.map((piece) => piece.text).join(''));
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
