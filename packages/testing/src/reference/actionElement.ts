import type { Effect, ListElement } from '@policywright/policy';
import { lowerAscii } from './actionParts.ts';
import { globMatches, normalizeWildcards, piecesOf, type Piece } from './glob.ts';

/** A request's action, and the statement that is asked about it. */
export interface ActionQuestion {
  readonly element: ListElement;
  readonly effect: Effect;
  readonly action: string;
}

/** Whether `Action` names the action, or `NotAction` does not (rules S61 to S69). */
export function actionApplies({ element, effect, action }: ActionQuestion): boolean {
  const { negated } = element;
  const named = element.values.some((pattern) => actionMatches(pattern, action, { negated, effect }));
  return negated ? !named : named;
}

function actionMatches(
  pattern: string,
  action: string,
  { negated, effect }: { negated: boolean; effect: Effect },
): boolean {
  const pieces = normalizeWildcards(piecesOf(lowerAscii(pattern)));
  const text = pieces.map((piece) => piece.text).join('');
  if (text === '*' || text === '*:*') return true; // S62, S65
  const prefixEnd = text.includes(':') ? text.indexOf(':') : text.length;
  const invalid = pieces.slice(0, prefixEnd).some((piece) => piece.wild);
  // S65: another wildcard in the prefix is a mistake, which counts only where counting it grants less.
  if (invalid && effect !== (negated ? 'Allow' : 'Deny')) return false;
  return matches(pieces, action, !text.includes(':'));
}

/** S65: no wildcard swallows the colon between prefix and name. */
function matches(pieces: readonly Piece[], action: string, crossesColon: boolean): boolean {
  const placed = pieces.map((piece) => ({ ...piece, crossesColon }));
  return globMatches(placed, lowerAscii(action));
}
