import type { ListElement } from '@policywright/policy';
import { globMatches, normalizeWildcards, piecesOf } from './glob.ts';

/** Whether `Action` names the action, or `NotAction` does not (rules S61 to S69). */
export function actionApplies(element: ListElement, action: string): boolean {
  const named = element.values.some((pattern) => actionMatches(pattern, action));
  return element.negated ? !named : named;
}

function actionMatches(pattern: string, action: string): boolean {
  const pieces = normalizeWildcards(piecesOf(pattern.toLowerCase()));
  const onlyStar = pieces.length === 1 && pieces[0]?.wild === true && pieces[0].text === '*';
  if (onlyStar) return true; // S62
  // S65: no wildcard swallows the colon between prefix and name.
  return globMatches(
    pieces.map((piece) => ({ ...piece, crossesColon: false })),
    action.toLowerCase(),
  );
}
