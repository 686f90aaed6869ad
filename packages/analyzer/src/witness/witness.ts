import type { CallersPolicies } from '../callers/ownPolicies.ts';
import type { Decision, Request, SettlementCode, StatementRef } from '@policywright/evaluator';

/** A request that shows an answer, as the evaluator decides it. */
export interface Witness {
  /** With no more in its context than the decisions need. */
  readonly request: Request;
  /** How each set of policies that was asked about decides it, in their order. */
  readonly decisions: readonly WitnessDecision[];
  /**
   * Policies of the caller's account, where those that were asked about leave them open: with these as identity-based policies
   * and session policies the request is decided so. None: nothing was left open.
   */
  readonly own?: CallersPolicies | undefined;
}

/** What one set of policies says to the request. */
export interface WitnessDecision {
  readonly decision: Decision;
  /** How the decision came about. */
  readonly code: SettlementCode;
  /** The statement that settled it: one that denies, or the first that allows; `undefined` if none did. */
  readonly statement: StatementRef | undefined;
}
