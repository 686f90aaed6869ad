import type { FamilyPattern } from './familyPattern.ts';
import type { FamilyLimitMet, FamilyLimits } from './patternGroup.ts';

/** A union of patterns, and whether the text has to be in it or outside. What is free needs no mention. */
export interface WantedGroup {
  readonly patterns: readonly FamilyPattern[];
  /** `true`: the text has to match one of the patterns; `false`: none of them. */
  readonly wanted: boolean;
}

/** Such a text, the proof that there is none, or the limit that was met. */
export type FoundText =
  | { readonly outcome: 'text'; readonly text: string; readonly steps: number }
  | { readonly outcome: 'none'; readonly steps: number }
  | FamilyLimitMet;

/** Which texts there are, and how much may be spent. */
export interface FindTextOptions extends Omit<FamilyLimits, 'cells'> {
  /** The texts that exist: those that one of these matches. Left out: every text. */
  readonly universe?: readonly FamilyPattern[];
}
