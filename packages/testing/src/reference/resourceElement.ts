import type { ListElement } from '@policywright/policy';
import { arnParts } from './arnParts.ts';
import { globMatches, isColon, literalPieces, piecesOf, type Piece, type PlacedPiece } from './glob.ts';
import type { ResourceScope } from './resourceScope.ts';
import { completed } from './shortArn.ts';
import { all, any, not, truth, type Truth } from './truth.ts';
import { expand, placeholders } from './variables.ts';

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
  if (isAbbreviation(pattern, scope) && abbreviatedApi(resource) === undefined) return 'false'; // S209
  const { head, rest } = partsOf(pattern, resource, scope);
  // S115: a variable before the fifth colon is out of place, and has no value.
  const misplaced = scope.variables && typeof head === 'string' && placeholders(head).length > 0;
  const tail = expand(rest, scope);
  // S58: an entry of NotResource that nothing resolves covers as the reading says; one of Resource is void.
  const unsettled = negated && staysOut(scope);
  if (misplaced || tail.status === 'unresolved') return truth(unsettled);
  if (tail.status === 'undecided' && unsettled) return 'undecided'; // S74: it may resolve to anything, or to nothing
  const pieces = [...(typeof head === 'string' ? piecesOf(head) : head), ...tail.pieces];
  const whole = completed(pieces, { negated, resource, scope });
  const matches = whole !== undefined && globMatches(placeWildcards(whole), resource);
  return matches && tail.status === 'undecided' ? 'undecided' : truth(matches);
}

/** S58: whether an entry of NotResource without a value keeps its statement from covering anything. */
function staysOut({ effect, options: { unresolvedNotResource = 'narrow' } }: ResourceScope): boolean {
  return unresolvedNotResource === 'narrow' ? effect === 'Allow' : unresolvedNotResource === 'void';
}

interface PatternParts {
  /** What comes before the resource part, as written or, where it is abbreviated, as it stands for. */
  readonly head: string | readonly Piece[];
  readonly rest: string;
}

function partsOf(pattern: string, resource: string, scope: ResourceScope): PatternParts {
  const api = isAbbreviation(pattern, scope) ? abbreviatedApi(resource) : undefined;
  if (api !== undefined) return { head: literalPieces(api), rest: pattern.slice(ABBREVIATION.length - 1) };
  const start = resourcePartStart(pattern, scope);
  return { head: pattern.slice(0, start), rest: pattern.slice(start) };
}

const ABBREVIATION = 'execute-api:/';

/** S209: whether an entry leaves out the API that its resource policy belongs to. */
function isAbbreviation(pattern: string, { layer }: ResourceScope): boolean {
  return layer === 'resource' && pattern.startsWith(ABBREVIATION);
}

/** The ARN of the API of which something is called; `undefined` where nothing of an API is. */
function abbreviatedApi(resource: string): string | undefined {
  const arn = arnParts(resource);
  const id = arn?.name.split('/')[0] ?? '';
  if (arn?.service !== 'execute-api' || id === '') return undefined;
  return resource.slice(0, resource.length - arn.name.length) + id;
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

/**
 * S50 and S51: a `*` at the end of one of the first five segments may run past the colon, another
 * stays inside; in the resource part every wildcard may match a colon.
 */
function placeWildcards(pieces: readonly Piece[]): PlacedPiece[] {
  return pieces.map((piece, index) => {
    const inResourcePart = pieces.slice(0, index).filter(isColon).length >= 5;
    const next = pieces[index + 1];
    const endsSegment = piece.text === '*' && (next === undefined || isColon(next));
    return { ...piece, crossesColon: inResourcePart || (endsSegment && piece.confined !== true) };
  });
}
