import type { Effect, ListElement } from '@policywright/policy';
import { globMatches, piecesOf, type Piece, type PlacedPiece } from './glob.ts';
import type { LayerKind } from './layers.ts';
import { all, any, not, truth, type Truth } from './truth.ts';
import { expand, placeholders, type ExpansionScope } from './variables.ts';

/** Where a `Resource` or `NotResource` element stands. */
export interface ResourceScope extends ExpansionScope {
  readonly effect: Effect;
  readonly layer: LayerKind;
}

/** What is to be matched: the element and the resource of the request. */
export interface ResourceQuestion {
  readonly element: ListElement | undefined;
  readonly resource: string;
}

/** Whether a statement covers the resource (rules S46 to S58). */
export function resourceApplies({ element, resource }: ResourceQuestion, scope: ResourceScope): Truth {
  if (element === undefined) return truth(coversWithoutResource(scope));
  const matches = element.values.map((pattern) =>
    patternMatches({ pattern, negated: element.negated, resource }, scope),
  );
  return element.negated ? all(matches.map(not)) : any(matches);
}

/** S29: in a resource policy no `Resource` means the resource that it is attached to. Elsewhere it is a mistake. */
function coversWithoutResource(scope: ResourceScope): boolean {
  return scope.layer === 'resource' || scope.effect === 'Deny';
}

interface Entry {
  readonly pattern: string;
  readonly negated: boolean;
  readonly resource: string;
}

function patternMatches({ pattern, negated, resource }: Entry, scope: ResourceScope): Truth {
  const head = pattern.slice(0, resourcePartStart(pattern, scope));
  // S115: a variable before the fifth colon is out of place, and has no value.
  const misplaced = scope.variables && placeholders(head).length > 0;
  const tail = expand(pattern.slice(head.length), scope);
  // S58: an entry of NotResource that nothing resolves covers for Allow and not for Deny; one of Resource is void.
  const unsettled = negated && scope.effect === 'Allow';
  if (misplaced || tail.status === 'unresolved') return truth(unsettled);
  if (tail.status === 'undecided' && unsettled) return 'true'; // S74, in the same way
  const pieces = [...piecesOf(head), ...tail.pieces];
  const whole = withMissingFields(pieces, { negated, scope });
  const matches = whole !== undefined && globMatches(placeWildcards(whole), resource);
  return matches && tail.status === 'undecided' ? 'undecided' : truth(matches);
}

/** The place after the fifth colon, those inside variables aside, or the length where there are fewer (rule S42). */
function resourcePartStart(pattern: string, scope: ResourceScope): number {
  const inside = scope.variables ? placeholders(pattern) : [];
  const colons = [...pattern.matchAll(/:/g)]
    .map((match) => match.index)
    .filter((colon) => !inside.some(({ start, end }) => start < colon && colon < end));
  const fifth = colons[4];
  return fifth === undefined ? pattern.length : fifth + 1;
}

/** S52: what a pattern with fewer than six segments and no `*` at its end stands for; `undefined` is nothing. */
function withMissingFields(
  pieces: readonly Piece[],
  { negated, scope }: { negated: boolean; scope: ResourceScope },
): readonly Piece[] | undefined {
  const missing = 5 - pieces.filter(isColon).length;
  const last = pieces.at(-1);
  if (missing <= 0 || (last?.wild === true && last.text === '*')) return pieces;
  // What does not begin as an ARN is no ARN with missing fields: it matches what it globs to (S47).
  if (!beginsAsArn(pieces)) return pieces;
  if (!missingFieldsAreStars({ negated, scope })) return undefined;
  return [...pieces, ...piecesOf(':*'.repeat(missing))];
}

function beginsAsArn(pieces: readonly Piece[]): boolean {
  const start = pieces.slice(0, 4);
  return start.every((piece) => !piece.wild) && start.map((piece) => piece.text).join('') === 'arn:';
}

function missingFieldsAreStars({ negated, scope }: { negated: boolean; scope: ResourceScope }): boolean {
  switch (scope.layer) {
    case 'identity':
    case 'boundary':
    case 'session':
      return true;
    case 'resource':
    case 'vpcEndpoint':
      return negated && scope.effect === 'Allow'; // never widens what NotResource leaves over
    case 'scps':
    case 'rcps':
      return negated ? scope.effect === 'Allow' : scope.effect === 'Deny'; // invalid there: grants less
  }
}

/**
 * S50 and S51: a `*` at the end of one of the first five segments may run past the colon, another
 * stays inside; in the resource part every wildcard may match a colon.
 */
function placeWildcards(pieces: readonly Piece[]): PlacedPiece[] {
  return pieces.map((piece, index) => {
    const inResourcePart = pieces.slice(0, index).filter(isColon).length >= 5;
    const next = pieces[index + 1];
    const endsSegment = piece.text === '*' && (next === undefined || isColon(next));
    return { ...piece, crossesColon: inResourcePart || endsSegment };
  });
}

function isColon(piece: Piece): boolean {
  return piece.text === ':' && !piece.wild;
}
