/** The kinds of change that `minimisePolicy` makes. */
export type MinimiseKind =
  | 'drop-sid'
  | 'drop-id'
  | 'drop-version'
  | 'drop-repeated-value'
  | 'drop-covered-value'
  | 'shorten-value'
  | 'merge-statements'
  | 'drop-covered-statement';

/** One change, for people to read. */
export interface MinimiseStep {
  readonly kind: MinimiseKind;
  /** JSON pointer of what was changed, in the document as it was before. */
  readonly pointer: string;
  /** What was done, in the style of diagnostics. */
  readonly message: string;
}
