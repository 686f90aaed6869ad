/**
 * How a resource policy's `Principal` covers a caller. The grades of all matching Allow statements are
 * gathered as bits, since each is worth something else (rule S150).
 */
export const GRADE = {
  none: 0,
  /** Names the account: delegates to its identity policies (rule S132). */
  account: 1,
  /** Names the IAM user of a federated session. */
  user: 2,
  /** Names the role of a session. */
  role: 4,
  /** Names the caller, or everyone: a grant of its own. */
  direct: 8,
} as const;

/** A set of `GRADE` bits. */
export type Grades = number;

/** Beside grades: that it cannot be told whether the statement applies. */
export const IN_DOUBT = 16;

/** What a statement does about a question: a set of `GRADE` bits, none if it does not apply, perhaps with `IN_DOUBT`. */
export type Outcome = number;
