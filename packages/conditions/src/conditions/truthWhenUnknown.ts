import { matchesNothing } from '../operators/valueTest.ts';
import { FALSE, TRUE, UNDECIDED, type Truth } from '../truth.ts';
import type { CheckParts } from './conditionCheck.ts';

/**
 * Finds what can be said of a condition when nothing is known of its key, which may be absent, single-valued or
 * multivalued with any values. Something definite only if it holds in every case.
 *
 * @param parts - the check of a comparison.
 * @returns the common truth of all cases, or `UNDECIDED`.
 */
export function truthWhenUnknown(parts: Omit<CheckParts, 'unknown'>): Truth {
  const outcomes = new Set<Truth>([parts.absent, ...truthsOfOneValue(parts)]);
  if (parts.kind === 'ForAllValues') outcomes.add(TRUE);
  if (parts.kind === 'single') outcomes.add(truthOfMany(parts));
  const [only, ...others] = outcomes;
  return only === undefined || others.length > 0 ? UNDECIDED : only;
}

/** What an operator without set qualifier may make of a multivalued key, beside the truths of single values. */
function truthOfMany({ multivalued, absent }: Omit<CheckParts, 'unknown'>): Truth {
  if (multivalued === 'ForAnyValue') return absent;
  return multivalued === 'never' ? FALSE : UNDECIDED;
}

/** Every truth that one value may have: that of no match where none is possible, that of a match, or any. */
function truthsOfOneValue({ values, truths }: Omit<CheckParts, 'unknown'>): readonly Truth[] {
  const [differs, matches] = truths;
  if (values.test === matchesNothing) return [differs];
  return values.matchesAll ? [matches] : truths;
}
