import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/**
 * Hangs a list of policies on resources.
 *
 * @param policies - in order; `undefined` for a resource whose policy is not given.
 * @param isChain - the first is the policy of the resource, each further one of what lies behind it (rule S210);
 * otherwise all are policies of the resource.
 */
export function attach(
  policies: readonly (Policy | undefined)[],
  isChain: boolean,
): Pick<PolicySet, 'resource' | 'underlying'> {
  if (!isChain) return { resource: policies.filter((policy) => policy !== undefined) };
  const [resource, ...underlying] = policies;
  return { resource, underlying };
}
