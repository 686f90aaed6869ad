import type { ConditionOutcome } from '@policywright/conditions';
import type { Effect } from '@policywright/policy';
import type { StatementRef } from '../explanation/explanation.ts';
import type { Decision } from '../request/decision.ts';

/** What can be said of a request of which some context keys are unknown. */
export interface PartialDecision {
  /** `Allow` and `Denied` hold whatever the unknown keys turn out to be. */
  readonly answer: 'Allow' | 'Denied' | 'Depends';
  /** The decisions that remain possible, in the order Allow, ExplicitDeny, ImplicitDeny. */
  readonly possible: readonly Decision[];
  /** The unknown keys that can change the answer, as the policies spell them; empty unless it depends. */
  readonly dependsOn: readonly string[];
  /** The statements that can change the answer, with what is still open about each. */
  readonly residual: readonly ResidualStatement[];
}

/** A statement of which everything known matches. */
export interface ResidualStatement extends StatementRef {
  readonly effect: Effect;
  /** The conditions that cannot be told yet; all must hold for the statement to apply. */
  readonly conditions: readonly ConditionOutcome[];
  /** All keys that are still open, those of policy variables and principals included. */
  readonly keys: readonly string[];
}
