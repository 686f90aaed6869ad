import { type Matcher, patternSubsumes } from '@policywright/arn';

/** A compiled pattern with what the matcher makes anew each time, and a text that it matches, where one was found. */
export interface Pattern {
  readonly matcher: Matcher;
  readonly prefix: string;
  readonly suffix: string;
  readonly example: string | undefined;
}

/** What a proof in full may cost. */
export interface ProofBudget {
  /** Whether one more may be tried. */
  readonly mayProve: () => boolean;
  /** Its most steps. */
  readonly steps: number;
}

/** A pattern, ready to be compared. */
export function patternOf(matcher: Matcher, text: string): Pattern {
  // Its own text, with nothing in the place of stars.
  const example = text.replaceAll('*', '').replaceAll('?', 'x');
  const { prefix, suffix } = matcher;
  return { matcher, prefix, suffix, example: matcher.matches(example) ? example : undefined };
}

/**
 * Whether every text that matches a narrow pattern also matches a wide one; `false` also where that is too costly
 * to tell.
 *
 * Most pairs differ in what stands in front of the first wildcard or behind the last, or in an example, which is
 * quick to see. A pattern with one star covers whatever has its head and its tail and is long enough for both.
 */
export function patternCovers(wide: Pattern, narrow: Pattern, budget: ProofBudget): boolean {
  const { matcher: outer } = wide;
  const { matcher: inner, example } = narrow;
  if (outer.kind === 'any' || inner.kind === 'never') return true;
  if (outer.literal !== undefined) return outer.literal === inner.literal;
  // A literal has itself for head and tail.
  if (!narrow.prefix.startsWith(wide.prefix) || !narrow.suffix.endsWith(wide.suffix)) return false;
  if (inner.literal !== undefined) return outer.matches(inner.literal);
  if (outer.kind !== 'general' && inner.minLength >= outer.minLength) return true;
  if (example !== undefined && !outer.matches(example)) return false;
  return budget.mayProve() && patternSubsumes(outer, inner, { limit: budget.steps }).verdict === 'yes';
}
