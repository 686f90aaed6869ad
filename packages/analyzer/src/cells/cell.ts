import type { FamilyLimits, FamilyPattern } from '@policywright/arn/family';
import type { Truth } from '@policywright/conditions';
import type { ConditionDescription, KeyValues } from '@policywright/conditions/engine';
import type { KeyFacts } from '../universe/universe.ts';

/**
 * Values of one context key that no condition in play tells apart. Two things hold of the cells of a key:
 * - INVARIANT, cover: whatever the key's values are, there is a cell with the truths that they give;
 * - INVARIANT, real: the witness of a cell gives exactly its truths. A cell without one may be empty.
 */
export interface KeyCell {
  /** For each condition, whether it holds. */
  readonly truths: readonly Truth[];
  /** Values of the key; `values` is `undefined` where the key is absent. */
  readonly witness?: { readonly values: KeyValues };
}

/** A limit that was met. */
export interface LimitMet {
  readonly outcome: 'limit';
  readonly steps: number;
}

/** The cells of a key, or that there are too many. */
export type KeyCells =
  | { readonly outcome: 'cells'; readonly cells: readonly KeyCell[]; readonly steps: number }
  | LimitMet;

/** What is known of a key, and of what form its values are. */
export interface ValuesOfKey extends KeyFacts {
  /** The texts that they are; left out, any. Where they are given, no value is empty. */
  readonly texts?: readonly FamilyPattern[];
  /** Those that they are not. */
  readonly not?: readonly FamilyPattern[];
}

/** What is asked of a key. */
export interface KeyQuestion {
  /** The conditions in play, all on this key. */
  readonly conditions: readonly ConditionDescription[];
  /** Which values there are. */
  readonly facts: ValuesOfKey;
  readonly limits: FamilyLimits;
}

/** One value of a key, as the conditions see it; what a theory finds. */
export interface Element {
  /** For each condition, whether it holds for this value without its set qualifier. */
  readonly truths: readonly Truth[];
  /** The value; left out where there may be none. */
  readonly text?: string;
}

/** The values that a theory finds: every value that is asked about has the truths of one of them. */
export type Elements =
  | { readonly outcome: 'elements'; readonly elements: readonly Element[]; readonly steps: number }
  | LimitMet;

/** Of which values elements are sought: of the empty text, which counts for nothing at times (S81, S83), or of all others. */
export type Filling = 'empty' | 'filled';

/** Of which values elements are sought, and how far to go. */
export interface ElementsAsked {
  readonly filling: Filling;
  readonly facts: ValuesOfKey;
  readonly limits: FamilyLimits;
}
