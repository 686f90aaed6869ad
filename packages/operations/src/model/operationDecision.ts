import type { Check } from './check.ts';
import type { OperationDiagnostic } from './operationDiagnostic.ts';
import type { UnlistedNeed } from './unlistedNeed.ts';

/** Whether policies allow a call. */
export interface OperationDecision {
  /**
   * `Denied` when a check that is not `perhaps` is denied whatever is unknown; `Allow` when all checks allow, none is
   * wanting, and the call could be understood; else `Depends`.
   */
  readonly answer: 'Allow' | 'Denied' | 'Depends';
  /** In the order in which they are told: the operation, what it needs besides, roles, keys. */
  readonly checks: readonly Check[];
  /** What the answer depends on: names of context keys, and others in words; empty unless it is `Depends`. */
  readonly unknown: readonly string[];
  /** What the call needs, or may need, that no check stands for. */
  readonly unlisted: readonly UnlistedNeed[];
  /** What could not be understood of the call. */
  readonly diagnostics: readonly OperationDiagnostic[];
}
