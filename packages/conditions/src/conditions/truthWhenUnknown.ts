import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Truth } from '../truth.ts';
import type { CheckParts } from './conditionCheck.ts';

/**
 * Finds what can be said of a condition when nothing is known of its key, which may be absent, single-valued or
 * multivalued with any values. Something definite only if it holds in every case.
 *
 * @param parts - The check.
 * @param negated - Whether its operator is negated.
 * @returns The common truth of all cases, or `UNDECIDED`.
 */
export function truthWhenUnknown(parts: Omit<CheckParts, 'unknown'>, negated: boolean): Truth {
  const outcomes = new Set<Truth>([parts.absent, ...truthsOfOneValue(parts, negated)]);
  if (parts.kind === 'ForAllValues') outcomes.add(TRUE);
  if (parts.kind === 'single') outcomes.add(truthOfMany(parts));
  const [only, ...others] = outcomes;
  return only === undefined || others.length > 0 ? UNDECIDED : only;
}

/** What an operator without set qualifier may make of a multivalued key, beside the truths of single values. */
function truthOfMany({ multivalued, absent }: Omit<CheckParts, 'unknown'>): Truth {
  if (multivalued === 'ForAnyValue') return absent;
  return multivalued === 'undecided' ? UNDECIDED : FALSE;
}

/** Every truth that one value may have; perhaps some that none has. */
function truthsOfOneValue({ values, truths }: Omit<CheckParts, 'unknown'>, negated: boolean): Truth[] {
  const [differs, matches, , malformed] = truths;
  if (values.spoiled) return [malformed, matches];
  const possible: Truth[] = [];
  if (!values.matchesAll) possible.push(differs);
  if (values.canMatch) possible.push(matches);
  if (!values.matchesAll && (!negated || values.canMatch)) possible.push(malformed);
  return possible;
}
