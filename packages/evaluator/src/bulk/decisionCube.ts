import type { RequestContext } from '@policywright/conditions';
import type { EndpointPolicies } from '../sides/endpointSide.ts';
import type { PrincipalPolicies } from '../sides/principalSide.ts';
import type { ResourcePolicies } from '../sides/resourceSide.ts';

/**
 * Every principal against every action on every resource. Policies that several of them share should be the same
 * objects, so that they are compiled once.
 */
export interface DecisionCube {
  readonly principals: readonly PrincipalPolicies[];
  /** Such as all actions of the catalog. */
  readonly actions: readonly string[];
  readonly resources: readonly ResourcePolicies[];
  /** The VPC endpoint that all calls go through. */
  readonly endpoint?: EndpointPolicies | undefined;
  /** Keys that are the same for all; those of principals and resources come on top. */
  readonly context?: RequestContext | undefined;
  /**
   * Names of context keys that may be absent or have any value, or `all` that the contexts lack. Rows then tell
   * what is allowed for certain and what may be; left out, keys that the contexts lack are absent.
   */
  readonly unknown?: readonly string[] | 'all' | undefined;
}
