import type { Diagnostic } from '@policywright/policy';
import type { UnknownReason } from '../model/unknownReason.ts';
import type { Witness } from '../witness/witness.ts';
import { patternPolicy, type AccessPattern } from './accessPattern.ts';
import { ask } from './ask.ts';
import { grantedBy, type Wanted } from './wanted.ts';
import type { AnalyzerOptions } from './options.ts';
import type { Subject } from './subject.ts';
import type { Assumption } from './verdict.ts';
import { assumptionsOf } from './verdictOf.ts';
import { witnessOf } from './witnessOf.ts';

/** Whether requests of a kind can ever be allowed. */
export type EverAnswer = EverOutcome & {
  readonly assumptions: readonly Assumption[];
  /** How many steps it took; the same on every machine. */
  readonly steps: number;
};

/** That there is such a request, the proof that there is none, or why that was not found out. */
export type EverOutcome =
  | { readonly answer: 'yes'; readonly witness: Witness }
  /** A proof. `vacuous`: there are no such requests at all, whatever policies say. */
  | { readonly answer: 'never'; readonly vacuous: boolean }
  | { readonly answer: 'unknown'; readonly reasons: readonly UnknownReason[] };

/**
 * Whether a request within a pattern can ever be allowed, by all layers together.
 *
 * @param subject - the policies.
 * @param pattern - which requests are meant; one that cannot be read is met by none that could be told: `unknown`.
 * @param options - universe, readings, caller and budget.
 */
export function canEver(subject: Subject, pattern: AccessPattern, options: AnalyzerOptions = {}): EverAnswer {
  const assumptions = assumptionsOf(options, subject);
  const read = patternPolicy(pattern);
  if (!read.ok) return { answer: 'unknown', reasons: unreadable(read.diagnostics), assumptions, steps: 0 };
  const inPattern = { pattern: read.policy, allowed: true };
  return { ...everOf([...grantedBy(subject, options), inPattern], [inPattern], options), assumptions };
}

/** Why a pattern was not asked about. */
export function unreadable(diagnostics: readonly Diagnostic[]): readonly UnknownReason[] {
  return diagnostics.map(({ message }) => ({ code: 'pattern-unreadable', about: message }));
}

/**
 * Whether there is a request as wanted.
 *
 * @param wanted - what it must be, the policies first.
 * @param meant - what it must be for the question to be about anything.
 * @param options - of the question.
 */
export function everOf(
  wanted: readonly Wanted[],
  meant: readonly Wanted[],
  options: AnalyzerOptions,
): EverOutcome & { readonly steps: number } {
  const found = ask(wanted, options);
  const { steps } = found;
  switch (found.outcome) {
    case 'request':
      return { answer: 'yes', witness: witnessOf(found, 1), steps };
    case 'unknown':
      return { answer: 'unknown', reasons: found.reasons, steps };
    case 'none':
      return { answer: 'never', vacuous: ask(meant, options).outcome === 'none', steps };
  }
}
