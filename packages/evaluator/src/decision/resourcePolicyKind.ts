import type { PolicySetFlags } from '../request/policySet.ts';
import type { ServiceRule } from '../service-rules/serviceRule.ts';

/** What the kind of a resource's policy depends on. */
export interface AskedKind {
  readonly resource: string;
  readonly entry: { readonly serviceRules: readonly ServiceRule[] };
}

/**
 * The kind of policy that a resource has, where it is one with rules of its own (rules S171 and S172): as the
 * caller says, or else as action and resource tell.
 *
 * @param asked - the action's rules and the resource.
 * @param flags - may name the kind.
 */
export function resourcePolicyKindOf(
  { entry, resource }: AskedKind,
  flags: PolicySetFlags,
): 'kms' | 'trust' | undefined {
  if (flags.resourcePolicyKind !== undefined) return flags.resourcePolicyKind;
  for (const rule of entry.serviceRules) {
    const kind = rule.resourcePolicyKind?.(resource);
    if (kind !== undefined) return kind;
  }
  return undefined;
}
