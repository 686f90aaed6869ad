/** An overlay held against a source. */
export interface Comparison {
  readonly overlay: string;
  readonly against: string;
  /** How many facts both speak of. */
  readonly compared: number;
  /** What each of the differences is, in words. */
  readonly differing: readonly string[];
}
