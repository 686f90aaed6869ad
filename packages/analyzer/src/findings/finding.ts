import type { StatementRef } from '@policywright/evaluator';
import type { Witness } from '../witness/witness.ts';

/** A part of the difference between two versions. The parts do not overlap, and together they are the difference. */
export interface AccessFinding extends AccessPart {
  readonly change: 'allowed' | 'denied';
  /** Why the other version does not: no statement allows it, or the one that denies it. As in the witness. */
  readonly because: 'not allowed before' | 'not allowed after' | StatementRef;
  /**
   * Statements of the other version that allow some of what the statement does, or deny some of what changes: what
   * changes is less than the statement says, and it is more than one reason that made it so.
   */
  readonly partly: readonly StatementRef[];
}

/** What one statement adds to what policies allow, or to the difference between two versions. */
export interface AccessPart {
  /**
   * The statement that allows it, of the new version what is newly allowed, of the old what is newly denied; `undefined` where
   * no statement of identity or resource policies does, as for root users.
   */
  readonly statement: StatementRef | undefined;
  /**
   * The actions, as far as statements list them or the universe knows them: in lower case, or as few patterns as the universe
   * knows for exactly these, in AWS's spelling (`ecs:*`).
   */
  readonly actions: readonly string[];
  /** Patterns of the statement that cover further actions, which no statement lists and the universe does not know. */
  readonly futureActions: readonly string[];
  /** The resource patterns of the statement as far as there are such requests for them; `*` for those of `NotResource`. */
  readonly resources: readonly string[];
  /** The patterns of `NotResource`. */
  readonly exceptResources: readonly string[];
  /** The conditions of the statement, all of which hold. */
  readonly conditions: readonly PartCondition[];
  /** A request of the part. */
  readonly witness: Witness;
}

/** A condition of a statement. */
export interface PartCondition {
  /** As the document spells it: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}
