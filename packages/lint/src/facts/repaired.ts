/** What is not as it was written in a document that had errors; pointers are those of the repaired document. */
export interface Repaired {
  /** What stands for something that is not known. */
  readonly unknown: ReadonlySet<string>;
  /** Operators that could be any. */
  readonly anyOperator: ReadonlySet<string>;
  /** What members are called in the text, where it is not what they were meant to be called. */
  readonly written: ReadonlyMap<string, string>;
}
