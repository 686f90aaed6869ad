import type { FamilyPattern } from './familyPattern.ts';
import type { FamilyLimitMet, FamilyLimits, PatternGroup } from './patternGroup.ts';

/** Texts that no group tells apart. */
export interface TextCell {
  /** The numbers of the groups that the texts are in, ascending; no others. */
  readonly groups: readonly number[];
  /**
   * One of the texts: as short as any where no group has a polarity of its own, short else. Symbols in it stand as
   * U+FFFD: the text of a family with symbols shows, and is no witness.
   */
  readonly text: string;
}

/** The cells, or the limit that was met. */
export type GroupCells =
  { readonly outcome: 'cells'; readonly cells: readonly TextCell[]; readonly steps: number } | FamilyLimitMet;

/** Which texts there are, and how much may be spent. */
export interface GroupCellsOptions extends FamilyLimits {
  /**
   * The texts that exist: those that one of these matches. Left out: every text. An empty list: none, and no cells.
   */
  readonly universe?: readonly FamilyPattern[];
}
