import type { UnknownReason } from '../model/unknownReason.ts';
import type { Witness } from '../witness/witness.ts';
import { patternPolicy, type AccessPattern } from './accessPattern.ts';
import { ask } from './ask.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Assumption } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';
import { witnessOf } from './witnessOf.ts';

/** Whether requests of a kind can ever be allowed. */
export type EverAnswer = { readonly assumptions: readonly Assumption[]; readonly steps: number } & (
  | { readonly answer: 'yes'; readonly witness: Witness }
  /** A proof. `vacuous`: there are no such requests at all, whatever policies say. */
  | { readonly answer: 'never'; readonly vacuous: boolean }
  | { readonly answer: 'unknown'; readonly reasons: readonly UnknownReason[] }
);

/**
 * Whether a request within a pattern can ever be allowed, by all layers together.
 *
 * @param subject - the policies.
 * @param pattern - which requests are meant; one that cannot be read is met by none that could be told: `unknown`.
 * @param options - universe, readings, caller and budget.
 */
export function canEver(subject: Subject, pattern: AccessPattern, options: AnalyzerOptions = {}): EverAnswer {
  const assumptions = assumptionsOf(options);
  const read = patternPolicy(pattern);
  if (!read.ok) {
    const reasons = read.diagnostics.map(
      ({ message }) => ({ code: 'pattern-unreadable', about: message }) as const,
    );
    return { answer: 'unknown', reasons, assumptions, steps: 0 };
  }
  const inPattern = { pattern: read.policy, allowed: true };
  const found = ask([{ subject, allowed: true }, inPattern], options);
  const { steps } = found;
  switch (found.outcome) {
    case 'request':
      return { answer: 'yes', witness: witnessOf(found.realised, 1), assumptions, steps };
    case 'unknown':
      return { answer: 'unknown', reasons: found.reasons, assumptions, steps };
    case 'none':
      return { answer: 'never', vacuous: ask([inPattern], options).outcome === 'none', assumptions, steps };
  }
}
