import type { Policy } from '@policywright/policy';
import type { Settlement } from '../settlement/settlement.ts';
import type { Caller } from '../principal/caller.ts';
import type { PolicySetFlags } from '../request/policySet.ts';

/** A request, as far as a rule of a single service looks at it. */
export interface RuledRequest {
  readonly caller: Caller;
  /** ARN or `*`. */
  readonly resource: string;
  readonly sameAccount: boolean;
  /** The caller is a service-linked role (rule S167). */
  readonly serviceLinked: boolean;
}

/** What a rule has against a request; `undefined` if nothing. */
export type Refusal = (request: RuledRequest) => Settlement | undefined;

/** Resources whose policy is of a kind with rules of its own. */
export interface PolicyOfResource {
  readonly kind: 'kms' | 'trust';
  /** What the ARN of each of them has in it, and no other that the rule's actions are about. */
  readonly infix: string;
}

/** What a rule may know of the policies. */
export interface RuleFacts {
  readonly flags: PolicySetFlags;
  /** The policies of the resource; empty where none is given. */
  readonly resourcePolicies: readonly Policy[];
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
  exempt?(caller: Caller, flags: PolicySetFlags): Settlement | undefined;
  /** Resource control policies do not affect the action (rule S169). */
  readonly escapesRcps?: boolean;
  /** Layers, as bits of `LAYER_BIT`, that do not bear on a request although they bear on its caller. */
  lifts?(request: RuledRequest, flags: PolicySetFlags): number;
  /** The kind of policy that resources of the service have, where the caller did not say. */
  readonly resourcePolicy?: PolicyOfResource;
  /** The resource policy grants nothing: the caller's own policies decide. */
  readonly ignoresGrants?: boolean;
  /** The caller's own policies decide about resources of other accounts too. */
  readonly crossesAccounts?: boolean;
  /** A grant of the resource policy is not enough for the caller, even in one account: its own policies must allow too. */
  needsBothSides?(caller: Caller): boolean;
  /**
   * What refuses requests although every policy allows them; `undefined` where, with these policies, nothing
   * does. Asked once for an action, so that requests pay only for rules that can refuse them.
   */
  refusal?(facts: RuleFacts): Refusal | undefined;
}
