import type { Principal } from '@policywright/evaluator';
import type { ConditionDocument, OneOrMany } from '@policywright/scenario';

/** What policies must never allow. */
export interface GuardRail {
  /** Patterns as in `Action`: `iam:*`. */
  readonly action: OneOrMany<string>;
  /** Patterns as in `Resource`; every resource unless given. */
  readonly resource?: OneOrMany<string> | undefined;
  /** The caller; unless given, callers that fit the policies. */
  readonly principal?: Principal | undefined;
  /** A condition block: an Allow of a request that meets all of it is fine. */
  readonly unless?: ConditionDocument | undefined;
}
