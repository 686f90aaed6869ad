import type { FamilyPattern } from './familyPattern.ts';

/**
 * What it does to the question when a text is in a group: it helps, so that a class with more such groups makes one
 * with fewer needless; it hurts, so that fewer make more needless; or both, so that classes which differ in it are all kept.
 */
export type Polarity = 'helps' | 'hurts' | 'both';

/** A union of patterns. A text is in the group when one of them matches it; in a group without patterns is none. */
export interface PatternGroup {
  readonly patterns: readonly FamilyPattern[];
  /** `both` if left out. */
  readonly polarity?: Polarity;
}

/** How large a search may become. All are counts that do not depend on the machine. */
export interface FamilyLimits {
  /** The most states; 20,000 if left out. */
  readonly states?: number;
  /** The most steps, each one position of a pattern that is moved or compared; 2,000,000 if left out, tens of milliseconds. */
  readonly steps?: number;
  /** The most cells; 4,096 if left out. */
  readonly cells?: number;
}

/** A limit that was met: nothing is known then, not even in part. */
export interface FamilyLimitMet {
  readonly outcome: 'limit';
  readonly limit: keyof FamilyLimits;
  /** The steps taken. */
  readonly steps: number;
}
