import { resourcePolicies } from '../../given/resourcePolicies.ts';
import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/** The policies of every layer, those that can allow by themselves first. */
export function layerPolicies(set: PolicySet): readonly Policy[] {
  return [
    ...grantingPolicies(set),
    ...(set.boundary ?? []),
    ...(set.session ?? []),
    ...(set.scps ?? []).flat(),
    ...(set.rcps ?? []).flat(),
    ...(set.vpcEndpoint ?? []),
  ];
}

/** The policies that allow by themselves: the others only limit. */
export function grantingPolicies(set: PolicySet): readonly Policy[] {
  return [...(set.identity ?? []), ...resourcePolicies(set)];
}
