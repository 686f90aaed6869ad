import { readPolicySet, type UncompiledPolicies } from '@policywright/scenario';
import type { GuardRail } from './guardRail.ts';
import { guardRailProperty, type GuardRailProperty } from './guardRailProperty.ts';

/** The properties that can be asked of policies. */
export interface PolicyProperties {
  /**
   * The policies never allow what a guard rail names.
   *
   * @throws PolicyDocumentError - where the condition block of the guard rail is none.
   */
  readonly never: (guard: GuardRail) => GuardRailProperty;
}

/**
 * Makes properties of one's own policies, for fast-check to look for a request that breaks them. A search that
 * finds nothing is no proof; the requests are aimed at what the policies and the guard rail name, at the
 * characters and the context keys by which they might be missed, and shrink to short scenarios.
 *
 * @param policies - a document or its text, identity policies, or policies by layer.
 * @throws PolicyDocumentError - with the diagnostics, where a document holds no policy.
 */
export function propertyOf(policies: UncompiledPolicies): PolicyProperties {
  const set = readPolicySet(policies);
  return { never: (guard) => guardRailProperty({ policies: set, guard }) };
}
