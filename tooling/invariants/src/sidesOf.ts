import type {
  PolicySet,
  PrincipalPolicies,
  Request,
  ResourceKind,
  ResourcePolicies,
} from '@policywright/evaluator';

/** The same policies as sides and as one set. */
export interface SidedSet {
  readonly principal: PrincipalPolicies;
  readonly resource: ResourcePolicies;
  readonly endpoint: {
    readonly policies: PolicySet['vpcEndpoint'];
    readonly type: 'gateway' | 'interface' | undefined;
  };
  /** Without the combinations of flags that are about no one thing, such as a role that is a bucket. */
  readonly set: PolicySet;
}

/**
 * Takes a policy set apart into what is the principal's, the resource's and the endpoint's.
 *
 * @param policies - any.
 * @param request - names principal and resource.
 */
export function sidesOf(policies: PolicySet, request: Request): SidedSet {
  const {
    identity,
    boundary,
    session,
    scps,
    resource,
    rcps,
    underlying = [],
    vpcEndpoint,
    flags = {},
  } = policies;
  const manages = flags.principalInManagementAccount === true;
  const delegated = flags.delegatedAdministrator === true && !manages;
  const kind = kindOf(policies);
  return {
    principal: {
      principal: request.principal,
      identity,
      boundary,
      session,
      scps,
      account: manages ? 'management' : delegated ? 'delegated-administrator' : 'member',
      credentials: flags.credentials,
      federatedBy: flags.federatedByRoot === true ? 'root' : 'user',
      role: flags.serviceLinkedRole === true ? 'service-linked' : 'ordinary',
    },
    resource: {
      resource: request.resource,
      resourceAccount: request.resourceAccount,
      policy: resource,
      rcps,
      behind: request.underlying?.map((one, index) => ({ ...one, policy: underlying[index] })),
      account: flags.resourceInManagementAccount === true ? 'management' : 'member',
      kind,
    },
    endpoint: { policies: vpcEndpoint, type: flags.endpointType },
    set: {
      ...policies,
      underlying: request.underlying && underlying.slice(0, request.underlying.length),
      grants: kind?.type === 'key' ? policies.grants : undefined,
      flags: {
        ...flags,
        delegatedAdministrator: delegated,
        resourcePolicyKind: kind?.type === 'key' ? 'kms' : kind?.type === 'role' ? 'trust' : undefined,
        awsManagedKey: kind?.type === 'key' && flags.awsManagedKey === true,
        restrictPublicBuckets: kind?.type === 'bucket',
      },
    },
  };
}

function kindOf({ grants = [], flags = {} }: PolicySet): ResourceKind | undefined {
  if (flags.resourcePolicyKind === 'kms' || flags.awsManagedKey === true || grants.length > 0) {
    return { type: 'key', managedBy: flags.awsManagedKey === true ? 'aws' : 'customer', grants };
  }
  if (flags.resourcePolicyKind === 'trust') return { type: 'role' };
  if (flags.restrictPublicBuckets !== true) return undefined;
  return { type: 'bucket', publicAccess: 'restricted', networkOrigin: flags.accessPointNetworkOrigin };
}
