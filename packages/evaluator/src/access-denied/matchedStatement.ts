import type { Effect } from '@policywright/policy';

/** A statement that a decoded authorization message says bore on the request. */
export interface MatchedStatement {
  readonly sid: string | undefined;
  readonly effect: Effect | undefined;
  /** Patterns as the statement has them; empty where the message does not tell them. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}
