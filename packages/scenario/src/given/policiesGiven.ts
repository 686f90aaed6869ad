import type { Authorizer, KmsGrant, PolicySet, PolicySetFlags } from '@policywright/evaluator';
import type { OneOrMany, Policy } from '@policywright/policy';

/** A policy document as a value whose types nobody checked, such as an imported JSON file. */
export interface DocumentGiven {
  readonly Version?: unknown;
  readonly Id?: unknown;
  readonly Statement: unknown;
}

/** One policy: its JSON text, its document as a value, or read already. */
export type PolicyGiven = string | DocumentGiven | Policy;

/** Policies by layer, as in the `policies` of a scenario; every layer may be left out. */
export interface PolicySetGiven {
  readonly identity?: OneOrMany<PolicyGiven> | undefined;
  /** The policies of the resource; the default one of a KMS key is `defaultKeyPolicy` of the evaluator. */
  readonly resource?: OneOrMany<PolicyGiven> | null | undefined;
  /** The policies of what lies behind the resource, in the order of the request's `underlying` (rule S210). */
  readonly underlying?: readonly (PolicyGiven | null | undefined)[] | undefined;
  /** Grants of the KMS key (rule S208). */
  readonly grants?: readonly KmsGrant[] | null | undefined;
  readonly boundary?: OneOrMany<PolicyGiven> | undefined;
  readonly session?: OneOrMany<PolicyGiven> | undefined;
  /** One inner list a level, root first. */
  readonly scps?: readonly (readonly PolicyGiven[])[] | undefined;
  readonly rcps?: readonly (readonly PolicyGiven[])[] | undefined;
  readonly vpcEndpoint?: OneOrMany<PolicyGiven> | null | undefined;
  readonly flags?: PolicySetFlags | undefined;
}

/** Policies without a compiled form. */
export type UncompiledPolicies = PolicyGiven | readonly PolicyGiven[] | PolicySetGiven | PolicySet;

/**
 * Policies in any form: one policy, a list of identity policies, policies by layer, or a compiled authorizer.
 *
 * A lone policy that names principals counts as the policy of the resource or role; every other one, and each of a
 * list, counts as an identity policy.
 */
export type PoliciesGiven = UncompiledPolicies | Authorizer;
