import type { PolicySet } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';

/**
 * The policies of a set that hang on resources: those of the resource itself, however many, and those of what
 * lies behind it.
 *
 * @param set - the set.
 */
export function resourcePolicies({ resource, underlying = [] }: PolicySet): readonly Policy[] {
  const own = Array.isArray(resource) ? (resource as readonly Policy[]) : [resource as Policy | undefined];
  return [...own, ...underlying].filter((policy) => policy !== undefined && policy !== null);
}
