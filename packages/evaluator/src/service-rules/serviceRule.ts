import type { Policy } from '@policywright/policy';
import type { Settlement } from '../decision/settlement.ts';
import type { Caller } from '../principal/caller.ts';
import type { PolicySetFlags } from '../request/policySet.ts';

/** A request that all policies allow, as far as a rule may refuse it. */
export interface AllowedRequest {
  readonly caller: Caller;
  /** ARN or `*`. */
  readonly resource: string;
  readonly sameAccount: boolean;
}

/** What a rule has against a request; `undefined` if nothing. */
export type Refusal = (request: AllowedRequest) => Settlement | undefined;

/** What a rule may know of the policies. */
export interface RuleFacts {
  readonly flags: PolicySetFlags;
  readonly resourcePolicy: Policy | undefined;
}

/**
 * What one service does differently from the general flow. Each rule stands in a file of its own and in
 * the table of `serviceRules.ts`; the core knows none of them.
 */
export interface ServiceRule {
  /** Stable name, kebab-case. */
  readonly name: string;
  /** The rules of `docs/semantics.md` that it carries out. */
  readonly rules: readonly string[];
  /** Whether the rule bears on an action, given in lower case. Asked once for an action. */
  covers(action: string): boolean;
  /** Settles a request before any policy is read; `undefined` leaves it to the policies. */
  exempt?(caller: Caller): Settlement | undefined;
  /** Resource control policies do not affect the action (rule S169). */
  readonly escapesRcps?: boolean;
  /** The kind of resource policy that a resource of the service has, where the caller did not say. */
  resourcePolicyKind?(resource: string): 'kms' | 'trust' | undefined;
  /**
   * What refuses requests although every policy allows them; `undefined` where, with these policies, nothing
   * does. Asked once for an action, so that requests pay only for rules that can refuse them.
   */
  refusal?(facts: RuleFacts): Refusal | undefined;
}
