import type { Explanation, Request } from '@policywright/evaluator';
import type { Grades } from '@policywright/evaluator/engine';
import type { Box } from './box.ts';
import type { UnknownReason } from './unknownReason.ts';

/** What is known of one side of a question at some point: which layers allow, and what the resource's policy is worth. */
export interface Tally {
  /** Bits of the layers that allow, by their number. */
  readonly layers: number;
  readonly grades: Grades;
}

/** What a tally comes to where no statement denies; `either` where what the tally leaves out decides. */
export type Weight = 'allowed' | 'denied' | 'either';

/** Weighs tallies for the requests of one action. More that allows never denies. */
export interface Weigher {
  /** Equal for weighers that weigh alike. */
  readonly key: string;
  /** Bits of the layers that do not bear on the requests. */
  readonly inactive: number;
  /** Bits of layers that may not bear on some of them. */
  readonly mayBeInactive: number;
  weigh(tally: Tally): Weight;
}

/** How a request is decided in truth. */
export type Settled = Pick<Explanation, 'decision' | 'code' | 'decisive'>;

/** One set of policies that a question is about. */
export interface Side {
  /** Equal for sides that weigh alike whatever the action. */
  readonly kind: string;
  /** Nothing is allowed without a statement that allows. */
  readonly needsAllow: boolean;
  readonly boxes: readonly Omit<Box, 'sides'>[];
  /** What it holds that is not analysed, so that nothing is proved with it. */
  readonly gaps: readonly UnknownReason[];
  /**
   * How tallies are weighed in requests for an action.
   *
   * @param action - in lower case, one of many that no statement tells apart.
   */
  weigherOf(action: string): Weigher;
  /** Decides as the evaluator does, to see that a witness is one. */
  settle(request: Request): Settled;
}
