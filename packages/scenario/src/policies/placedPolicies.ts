import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/** A policy and its JSON pointer in the policy set, as the evaluator names it. */
export interface PlacedPolicy {
  readonly pointer: string;
  readonly policy: Policy;
}

/** The policies of every layer. */
export function placedPolicies(set: PolicySet): readonly PlacedPolicy[] {
  const placed: PlacedPolicy[] = [];
  mapPolicies(set, (policy, pointer) => {
    placed.push({ pointer, policy });
    return policy;
  });
  return placed;
}

/** The set with each policy replaced. */
export function mapPolicies(set: PolicySet, replace: (policy: Policy, pointer: string) => Policy): PolicySet {
  const list = (pointer: string, policies: readonly Policy[] | undefined): readonly Policy[] | undefined =>
    policies?.map((policy, index) => replace(policy, `${pointer}/${String(index)}`));
  const tree = (pointer: string, levels: PolicySet['scps']): PolicySet['scps'] =>
    levels?.map((level, index) => list(`${pointer}/${String(index)}`, level) ?? []);
  return {
    identity: list('/identity', set.identity),
    resource: replaceResource(set.resource, replace),
    underlying: set.underlying?.map(
      (policy, index) => policy && replace(policy, `/underlying/${String(index)}`),
    ),
    grants: set.grants,
    boundary: list('/boundary', set.boundary),
    session: list('/session', set.session),
    scps: tree('/scps', set.scps),
    rcps: tree('/rcps', set.rcps),
    vpcEndpoint: list('/vpcEndpoint', set.vpcEndpoint),
    flags: set.flags,
  };
}

function replaceResource(
  resource: PolicySet['resource'],
  replace: (policy: Policy, pointer: string) => Policy,
): PolicySet['resource'] {
  if (!isList(resource)) return resource && replace(resource, '/resource');
  return resource.map((policy, index) => replace(policy, `/resource/${String(index)}`));
}

function isList(resource: PolicySet['resource']): resource is readonly Policy[] {
  return Array.isArray(resource);
}
