import type { Explanation, StatementReport } from '@policywright/evaluator';
import type { PolicySlot } from '../model/policySlot.ts';
import { valuesOf } from '../model/statementPlace.ts';
import { conditionPhrase } from './conditionPhrase.ts';
import { elementPhrase } from './elementPhrase.ts';
import type { Phrase } from './phrase.ts';

/** The documents by their pointer in the policy set. */
export type PlacesBySlot = ReadonlyMap<string, PolicySlot>;

/** How one element or condition of a statement fared, and where it stands. */
export interface Reason {
  readonly holds: boolean;
  /** Name of the element or of the operator. */
  readonly label: string;
  /** Pointer below the statement, such as `/Condition/StringEquals/aws:PrincipalTag~1team`. */
  readonly element: string;
  readonly phrase: Phrase;
}

/** Every element and condition of a statement, in the order in which people read them. */
export function reasonsOf(
  statement: StatementReport,
  { request }: Explanation,
  places: PlacesBySlot,
): readonly Reason[] {
  const { ref, principal, action, resource, conditions } = statement;
  const elements = [principal, action, resource].flatMap((report): Reason[] => {
    if (report === undefined) return [];
    const { element, matches } = report;
    const phrase = elementPhrase({ report, request, values: valuesOf(places, ref, element) });
    return [{ holds: matches, label: element, element: `/${element}`, phrase }];
  });
  return [
    ...(statement.misplaced ? [MISPLACED] : []),
    ...elements,
    ...conditions.map((condition): Reason => ({
      holds: condition.result === 1,
      label: condition.operator,
      element: condition.pointer.slice(condition.pointer.indexOf('/Condition')),
      phrase: conditionPhrase(condition, request),
    })),
  ];
}

const MISPLACED: Reason = {
  holds: false,
  label: 'Statement',
  element: '',
  phrase: ['lacks an element that its kind of policy needs, or has one that it must not have'],
};
