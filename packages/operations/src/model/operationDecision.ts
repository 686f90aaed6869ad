import type { Check } from './check.ts';
import type { OperationDiagnostic } from './operationDiagnostic.ts';

/** Whether policies allow a call. */
export interface OperationDecision {
  /**
   * `Denied` when a check that is not `perhaps` is denied whatever is unknown; `Allow` when all checks allow, and the call
   * could be understood; else `Depends`.
   */
  readonly answer: 'Allow' | 'Denied' | 'Depends';
  /** In the order in which they are told: the operation, what it needs besides, roles, keys. */
  readonly checks: readonly Check[];
  /** What the answer depends on: names of context keys, and others in words; empty unless it is `Depends`. */
  readonly unknown: readonly string[];
  /** What could not be understood of the call. */
  readonly diagnostics: readonly OperationDiagnostic[];
}
