/**
 * Bounds for hostile documents: what is beyond them is not compared with all the rest, and draws no finding from it.
 * Documents that people write stay far below.
 */
export const LIMITS = {
  /** Resources of a document that are compared with the ARN formats of their service. */
  resources: 1000,
  /** Statements that are compared with each other. */
  statements: 300,
  /** Entries of a list, actions times resources, that are compared with each other. */
  pairs: 20_000,
  /** Patterns of a list that are compared with every entry. */
  patterns: 100,
  /** Comparisons of patterns that one rule makes in a document. */
  comparisons: 5000,
  /** Steps of one comparison of two patterns. */
  steps: 5000,
} as const;
