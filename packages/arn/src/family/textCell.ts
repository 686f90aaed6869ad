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
