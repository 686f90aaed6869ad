import type { Found } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import { isList, type Subject } from './subject.ts';
import type { Assumption, Verdict } from './verdict.ts';
import { asksForOwn } from './wanted.ts';
import { witnessOf } from './witnessOf.ts';

/**
 * The verdict on a claim which a request of a kind would refute.
 *
 * @param found - whether there is such a request.
 * @param options - of the question.
 * @param subjects - what it is about, in the order in which it was asked.
 * @param order - of two sets of policies in the witness.
 */
export function verdictOf(
  found: Found,
  options: AnalyzerOptions,
  ...[subjects, order = 'given']: [subjects: readonly Subject[], order?: 'given' | 'turned']
): Verdict {
  const { steps } = found;
  const assumptions = assumptionsOf(options, ...subjects);
  switch (found.outcome) {
    case 'none':
      return { verdict: 'proved', assumptions, steps };
    case 'request':
      return { verdict: 'refuted', witness: witnessOf(found, subjects.length, order), assumptions, steps };
    case 'unknown':
      return { verdict: 'unknown', reasons: found.reasons, assumptions, steps };
  }
}

/** What an answer about policies under some options takes for granted. */
export function assumptionsOf(
  options: AnalyzerOptions,
  ...subjects: readonly Subject[]
): readonly Assumption[] {
  const { universe, principal } = options;
  const sets = subjects.flatMap((subject) => (isList(subject) ? [] : [subject]));
  const asker = principal !== undefined ? 'given-caller' : sets.length === 0 ? 'any-user' : 'any-caller';
  return [
    universe === undefined || universe.name === 'language' ? 'language-universe' : 'catalog-universe',
    asker,
    ...(sets.some((set) => asksForOwn(set, options)) ? (['own-policies'] as const) : []),
    'no-access-point',
    'service-rules',
  ];
}
