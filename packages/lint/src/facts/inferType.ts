import type { Policy, PolicyType } from '@policywright/policy';

/**
 * Tells what type a document looks like: one with principals is a resource policy, or a trust policy where no
 * statement has a resource and all actions are of STS; any other is an identity policy.
 *
 * @param policy - a document whose type nobody named.
 */
export function inferType(policy: Policy): PolicyType {
  const { statements } = policy;
  if (!statements.some(({ principal }) => principal !== undefined)) return 'identity';
  const trusts = statements.every(
    ({ action, resource }) =>
      resource === undefined && action.values.every((value) => value.toLowerCase().startsWith('sts:')),
  );
  return trusts ? 'trust' : 'resource';
}
