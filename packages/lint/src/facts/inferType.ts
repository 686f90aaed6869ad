import { inferPolicyType, type Policy, type PolicyType } from '@policywright/policy';

/**
 * Tells what type a document is taken for where nobody named it: `identity`, `resource` or `trust`.
 *
 * @param policy - a document whose type nobody named.
 */
export function inferType(policy: Policy): PolicyType {
  const type = inferPolicyType(policy)?.type ?? 'identity';
  // What looks like the policy of an endpoint or an organization can be that of a resource, where it opens more.
  return type === 'rcp' || type === 'vpcEndpoint' ? 'resource' : type;
}
