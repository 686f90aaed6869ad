import type { Decision, Request, StatementRef } from '@policywright/evaluator';
import type { CallersPolicies } from '../callers/ownPolicies.ts';
import type { WitnessScenario } from './witnessScenario.ts';

/** A request that shows an answer, as the evaluator decides it. */
export interface Witness {
  /** With no more in its context than the decisions need. */
  readonly request: Request;
  /** How the first of two sets of policies decides it; left out where the question is about one set. */
  readonly before?: Decision;
  /** How the policies decide it; of two sets, the second. */
  readonly after: Decision;
  /**
   * Policies of the caller's account, where those that were asked about leave them open: with these as identity-based policies
   * and session policies the request is decided so. None: nothing was left open.
   */
  readonly own?: CallersPolicies | undefined;
  /** The statements that settle the decisions: those that deny, and the first that allow. */
  readonly statements: readonly SettlingStatement[];
  /** The request and the policies that decide `after`, as a scenario file that `policywright test` replays. */
  readonly scenario: WitnessScenario;
}

/** A statement that settles a decision of a witness. */
export interface SettlingStatement extends StatementRef {
  /** Which of the decisions. */
  readonly of: 'before' | 'after';
}
