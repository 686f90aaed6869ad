import type { RequestContext } from '@policywright/conditions';
import type { Principal } from '@policywright/evaluator';
import type { CallerKind } from '@policywright/evaluator/engine';

/**
 * What the policies of the caller's own account say of its requests, where a question leaves that open: nothing, or that all
 * is allowed. What they deny nobody can do whatever else is decided, so that these two are enough.
 */
export type OwnPolicies = 'given' | 'silent' | 'allow';

/** Callers that no policy in play tells apart, by one of them. */
export interface CallerClass {
  readonly kind: CallerKind;
  /** One of them. */
  readonly principal: Principal;
  /** Empty for callers of no account. */
  readonly account: string;
  /** No policy names one of them: whoever is like them is meant. */
  readonly isStranger: boolean;
  /** The account is one that no policy names. */
  readonly isFresh: boolean;
  /** The keys that follow from the caller and are the same in all of its requests. */
  readonly context: RequestContext;
  /** Keys that follow from the caller and are left open, since another part of the request hangs on them. */
  readonly open: ReadonlySet<string>;
  /** The account that owns the resources. */
  readonly resourceAccount: string;
  readonly own: OwnPolicies;
  /** All of the class whom policies name, or of whose account they name; this one among them. */
  readonly alike: readonly Principal[];
}
