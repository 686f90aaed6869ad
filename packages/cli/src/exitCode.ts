/** What the exit code of every command says. */
export const EXIT_CODE = {
  /** Allowed, clean, passed. */
  yes: 0,
  /** Denied, findings, failed, not found. */
  no: 1,
  /** Wrong usage or unreadable input. */
  usage: 2,
  /** A fault of the program itself. */
  internal: 3,
  /** Neither yes nor no can be said. */
  undecided: 4,
} as const;

/** One of the five exit codes. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];
