import type { StatementRef } from '@policywright/evaluator';
import type { Witness } from '../witness/witness.ts';

/** A part of the difference between two versions. The parts do not overlap, and together they are the difference. */
export interface AccessFinding {
  readonly change: 'allowed' | 'denied';
  /**
   * The statement that allows it, of the new version what is newly allowed, of the old what is newly denied; `undefined` where
   * no statement of identity or resource policies does, as for root users.
   */
  readonly statement: StatementRef | undefined;
  /** Why the other version does not: no statement allows it, or the one that denies it. As in the witness. */
  readonly because: 'not-allowed' | StatementRef;
  /** The actions that change, in lower case, as far as statements list them or the universe knows them. */
  readonly actions: readonly string[];
  /** Further actions change, which statements cover by patterns only. */
  readonly otherActions: boolean;
  /** A request that changes; its decisions are those of the old version and the new one. */
  readonly witness: Witness;
}
