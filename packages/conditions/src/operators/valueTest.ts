import type { ContextReader } from '../context/contextReader.ts';
import type { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Variable } from '../variables/variable.ts';

/** The request value is no number, date, address and so on. */
export const MALFORMED = 3;

/** Whether a request value equals (in the operator's sense) some value of the policy, or is {@link MALFORMED}. */
export type Verdict = typeof FALSE | typeof TRUE | typeof UNDECIDED | typeof MALFORMED;

/** Compares one request value with all values of a condition. */
export type TestFunction = (text: string, reader: ContextReader) => Verdict;

/**
 * The values of a condition, compiled. A negated operator is the negation of this test, and so one test serves
 * both (S71).
 */
export interface ValueTest {
  readonly test: TestFunction;
  /** What a run costs, roughly in nanoseconds. */
  readonly cost: number;
  /** False when no request value whatever can match. */
  readonly canMatch: boolean;
  /** True when every request value matches. */
  readonly matchesAll: boolean;
  /** How many values of the policy have a form that the operator does not know. */
  readonly malformed: number;
  /** Whether malformed values of the policy settle the result, whatever the request value. */
  readonly spoiled: boolean;
  /** The variables that the test looks up. */
  readonly variables: readonly Variable[];
}

/** A test that nothing passes. */
export const matchesNothing: TestFunction = () => 0;
