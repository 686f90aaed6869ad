import { crossingAll, globMatches, literalPieces, type Piece } from '../glob.ts';
import type { Truth } from '../truth.ts';
import { expand, type ExpansionScope } from '../variables.ts';
import { matchOutcome } from './stringComparison.ts';
import type { ValuePair } from './valuePair.ts';

/** S110 to S112: six components, each compared as a glob; a text without six is not an ARN and matches nothing. */
export function arnLike(pair: ValuePair, scope: ExpansionScope): Truth {
  const { status, pieces } = expand(pair.policy, scope);
  if (!pair.request.startsWith('arn:')) return 'false';
  // What is undecided may hold colons, so that the components cannot be told apart.
  if (status === 'undecided')
    return matchOutcome(status, () => globMatches(crossingAll(pieces), pair.request));
  const given = splitInSix(literalPieces(pair.request));
  if (given === undefined) return 'false';
  const wanted = splitInSix(pieces);
  return matchOutcome(
    status,
    () => wanted?.every((component, index) => matches(component, given[index])) === true,
  );
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
