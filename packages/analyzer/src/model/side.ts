import type { Explanation, PolicySet, Request } from '@policywright/evaluator';
import type { Grades } from '@policywright/evaluator/engine';
import type { Box } from './box.ts';
import type { Circumstance } from './circumstance.ts';
import type { UnknownReason } from './unknownReason.ts';

/** What is known of one side of a question at some point: which layers allow, and what the resource's policy is worth. */
export interface Tally {
  /** Bits of the layers that allow, by their number. */
  readonly layers: number;
  readonly grades: Grades;
}

/** What a tally comes to where no statement denies. */
export type Weight = 'allowed' | 'denied';

/** Weighs tallies for the requests of one action. More that allows never denies. */
export interface Weigher {
  /** Equal for weighers that weigh alike. */
  readonly key: string;
  /** Bits of the layers that do not bear on the requests. */
  readonly inactive: number;
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
  /** A word that is the same for actions, named or not, of which circumstances and weighers are alike. */
  weighingOf(action: string, isNamed: boolean): string;
  /**
   * What may bear on the requests of an action beside it; nothing where the layers decide alone.
   *
   * @param action - in lower case.
   * @param isNamed - it stands for itself alone, not for others that no statement names.
   */
  circumstances(action: string, isNamed: boolean): readonly Circumstance[];
  /**
   * How tallies are weighed in requests for an action.
   *
   * @param action - in lower case, one of many that no statement tells apart.
   * @param circumstance - what bears on it.
   */
  weigherOf(action: string, circumstance: Circumstance): Weigher;
  /**
   * What the ARNs of resources have on which no request for an action is allowed, whatever the policies say. Left out, that is
   * not known.
   *
   * @param action - in lower case; other actions of which `weighingOf` says the same have the same.
   */
  reservedParts?(action: string): readonly string[];
  /** The policies that a question is about; left out of a side that holds it to some requests. */
  readonly set?: PolicySet;
  /** Decides as the evaluator does, to see that a witness is one. */
  settle(request: Request): Settled;
  /** Whether {@link settle} comes to an Allow, for many requests in a row. */
  allows(request: Request): boolean;
}

/** Weighs one layer, which has to allow. */
export const SINGLE_LAYER: Weigher = {
  key: 'single',
  inactive: 0,
  weigh: ({ layers }) => (layers === 0 ? 'denied' : 'allowed'),
};
