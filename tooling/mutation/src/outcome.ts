import type { Mutant } from './mutant.ts';

/**
 * What became of a mutant: tests of its package saw it, tests of other packages did, it did not come to an end, it
 * does not compile, it is explained as equivalent, or nothing saw it.
 */
export type Verdict = 'killed' | 'killed-beyond' | 'timeout' | 'compile-error' | 'equivalent' | 'survived';

/** A mutant with what became of it. */
export interface Outcome {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  /** The test that saw it, or the reason why none can. */
  readonly by?: string;
}

/** What a run found in a package. */
export interface PackageScore {
  readonly package: string;
  /** Day of the run. */
  readonly date: string;
  readonly seed: number;
  /** Faults that can be put into the package. */
  readonly mutants: number;
  /** Of these, tried. */
  readonly sampled: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly survivors: readonly Survivor[];
}

/** A fault that no test sees. */
export interface Survivor {
  readonly place: string;
  readonly change: string;
}

/**
 * The share of faults that were seen, of those that are faults and compile.
 *
 * @param counts - mutants by what became of them
 * @returns a number from 0 to 1
 */
export function scoreOf(counts: Readonly<Record<Verdict, number>>): number {
  const seen = counts.killed + counts['killed-beyond'] + counts.timeout;
  return seen + counts.survived === 0 ? 1 : seen / (seen + counts.survived);
}

/**
 * How many mutants had each fate.
 *
 * @param outcomes - the mutants that were tried
 * @returns a count a verdict
 */
export function countsOf(outcomes: readonly Outcome[]): Readonly<Record<Verdict, number>> {
  const counts = {
    killed: 0,
    'killed-beyond': 0,
    timeout: 0,
    'compile-error': 0,
    equivalent: 0,
    survived: 0,
  };
  for (const { verdict } of outcomes) counts[verdict] += 1;
  return counts;
}
