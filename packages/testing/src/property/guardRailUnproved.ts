import type { UnknownReason } from '@policywright/analyzer';

/** Thrown where a guard rail is not proved although no breach was found; test runners take it for an assertion. */
export class GuardRailUnproved extends Error {
  override readonly name = 'AssertionError';
  readonly code = 'guard-rail-unproved';
  /** Why there is no answer; none where the guard rail is about no request at all. */
  readonly reasons: readonly UnknownReason[];

  /**
   * @param message - what was to be proved, and why it is not.
   * @param reasons - the same as data.
   */
  constructor(message: string, reasons: readonly UnknownReason[]) {
    super(message);
    this.reasons = reasons;
  }
}
