import type { PolicySetFlags } from '../request/policySet.ts';
import type { ServiceRule } from '../service-rules/serviceRule.ts';

/** What the kind of a resource's policy depends on. */
export interface AskedKind {
  readonly resource: string;
  readonly entry: { readonly serviceRules: readonly ServiceRule[] };
}

/**
 * The kind of policy that a resource has, where it is one with rules of its own (rules S171 and S172): as the
 * caller says, or else as action and resource tell. An action to which resource policies grant nothing has none
 * (rules S176 and S204), since what cannot allow cannot let the account in either.
 *
 * @param asked - the action's rules and the resource.
 * @param flags - may name the kind.
 */
export function resourcePolicyKindOf(
  { entry, resource }: AskedKind,
  flags: PolicySetFlags,
): 'kms' | 'trust' | undefined {
  if (entry.serviceRules.some((rule) => rule.ignoresGrants === true)) return undefined;
  if (flags.resourcePolicyKind !== undefined) return flags.resourcePolicyKind;
  for (const { resourcePolicy } of entry.serviceRules) {
    if (resourcePolicy !== undefined && resource.includes(resourcePolicy.infix)) return resourcePolicy.kind;
  }
  return undefined;
}
