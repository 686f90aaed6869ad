/**
 * Bounds for hostile documents: what is beyond them is not compared with all the rest, and draws no finding from it,
 * which `checks-cut-short` says.
 * Documents that people write stay far below.
 */
export const LIMITS = {
  /** Resources of a document that are compared with the ARN formats of their service. */
  resources: 1000,
  /** Statements that are compared with each other. */
  statements: 300,
  /** Entries of a list, actions times resources, that are compared with each other. */
  pairs: 20_000,
  /** Pairs of patterns that one rule looks at in a document. */
  glances: 2_000_000,
  /** Pairs of those that it has to compare in full, since a glance does not tell. */
  comparisons: 2000,
  /** Names of the catalog that patterns of actions are compared with in a document. */
  names: 4_000_000,
  /** Statements of which is asked whether any request matches them, where a glance says that none may. */
  proofs: 60,
  /** Statements of which is asked whether they cover another one together. */
  coverings: 24,
  /** Steps of one such question. */
  proofSteps: 20_000,
  /** Steps of all questions about a document whether a statement lets the public in. */
  publicSteps: 300_000,
  /** Steps of one comparison of two patterns. */
  steps: 5000,
} as const;
