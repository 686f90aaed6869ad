import type { ContextReader } from '../context/contextReader.ts';
import type { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import type { Variable } from '../variables/variable.ts';
import type { ValueDescription } from './valueDescription.ts';

/** Nothing can be told, since the request value has a form that the operator does not know. */
export const MALFORMED_REQUEST = 3;
/** No value matches, but one of the policy has a form that the operator does not know. */
export const MALFORMED_POLICY = 4;
/** Whether it matches hangs on which of two readings of a date is meant (S99, S100). */
export const AMBIGUOUS_DATE = 5;
/** No value matches but `*` alone, which may or may not match as an ARN (S112). */
export const LONE_STAR = 6;
/** There are no values to compare with (S20). */
export const NO_VALUES = 7;

/**
 * Whether a request value equals (in the operator's sense) some value of the policy. Every verdict from
 * `UNDECIDED` on is undecided: they differ in the reason.
 */
export type Verdict =
  | typeof FALSE
  | typeof TRUE
  | typeof UNDECIDED
  | typeof MALFORMED_REQUEST
  | typeof MALFORMED_POLICY
  | typeof AMBIGUOUS_DATE
  | typeof LONE_STAR
  | typeof NO_VALUES;

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
  /** True when every request value matches. */
  readonly matchesAll: boolean;
  /** The variables that the test looks up. */
  readonly variables: readonly Variable[];
  /** Says what the test compares with, from the same parts; made when asked for. */
  readonly describe: () => ValueDescription;
}

/** A test that nothing passes. */
export const matchesNothing: TestFunction = () => 0;

/** A test without values, where what AWS says of an empty list contradicts itself (S20). */
export const comparesWithNothing: TestFunction = () => NO_VALUES;
