import type { Found } from '../witness/findRequest.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Assumption, Verdict } from './verdict.ts';
import { witnessOf } from './witnessOf.ts';

/**
 * The verdict on a claim which a request of a kind would refute.
 *
 * @param found - whether there is such a request.
 * @param options - of the question.
 */
export function verdictOf(found: Found, options: AnalyzerOptions): Verdict {
  const { steps } = found;
  const assumptions = assumptionsOf(options);
  switch (found.outcome) {
    case 'none':
      return { verdict: 'proved', assumptions, steps };
    case 'request':
      return { verdict: 'refuted', witness: witnessOf(found.realised), assumptions, steps };
    case 'unknown':
      return { verdict: 'unknown', reasons: found.reasons, assumptions, steps };
  }
}

/** What an answer under some options takes for granted. */
export function assumptionsOf({ universe, principal }: AnalyzerOptions): readonly Assumption[] {
  return [
    universe === undefined || universe.name === 'language' ? 'language-universe' : 'catalog-universe',
    principal === undefined ? 'any-user' : 'given-caller',
    'no-access-point',
    'service-rules',
  ];
}
