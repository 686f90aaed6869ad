import { KeyTable, type RequestContext } from '@policywright/conditions';
import type { Policy } from '@policywright/policy';
import type { EvaluatorOptions } from '../options.ts';
import type { KmsGrant } from '../request/kmsGrant.ts';
import type { PolicySet, PolicySetFlags } from '../request/policySet.ts';
import type { UnderlyingResource } from '../request/request.ts';
import { compileResourceParts, type ResourceParts, type ResourceSet } from './resourceParts.ts';
import type { SideOptions } from './sideOptions.ts';

/** A resource and the policies that come with it. */
export interface ResourcePolicies extends Pick<PolicySet, 'rcps'> {
  /** ARN or `*`. */
  readonly resource: string;
  /** The account that owns it, where the ARN does not say (rule S45). */
  readonly resourceAccount?: string | undefined;
  /** Its policy, or all of them. Left out: none is given (see `PolicySet.resource`). */
  readonly policy?: PolicySet['resource'];
  /** What lies behind it and must let requests through as well, in order, such as the bucket of an access point (S210). */
  readonly behind?: readonly ResourceBehind[] | undefined;
  /** Context keys of this resource, such as its tags. */
  readonly context?: RequestContext | undefined;
  /** Keys that requests for it are known not to have (see `Request.absent`). */
  readonly absent?: readonly string[] | undefined;
  /** What its account is in the organization: `member`, also if left out, or one that RCPs do not affect (S169). */
  readonly account?: 'member' | 'management' | undefined;
  /** What it is, where that has rules of its own which the ARN does not tell. */
  readonly kind?: ResourceKind | undefined;
}

/** A resource behind another, and its policy, if it has one. */
export interface ResourceBehind extends UnderlyingResource {
  readonly policy?: Policy | undefined;
}

/** A resource of a kind with rules of its own. */
export type ResourceKind = KeyKind | RoleKind | BucketKind;

/** A KMS key, whose policy decides whether other policies count (rule S171). */
export interface KeyKind {
  readonly type: 'key';
  /** Who manages it; a key that AWS manages for a service is beyond RCPs and changes (rules S169 and S196). */
  readonly managedBy?: 'customer' | 'aws' | undefined;
  /** The grants of the key (rule S208). */
  readonly grants?: readonly KmsGrant[] | undefined;
}

/** A role to be assumed, whose trust policy must allow it (rule S172). */
export interface RoleKind {
  readonly type: 'role';
}

/** A bucket or access point of S3. */
export interface BucketKind {
  readonly type: 'bucket';
  /** S3 Block Public Access, `RestrictPublicBuckets`: the strictest of all that bear on it (rule S195). */
  readonly publicAccess?: 'unrestricted' | 'restricted' | undefined;
  /** From where the access point can be reached, where it is one; one of a VPC is never public (rule S195). */
  readonly networkOrigin?: 'Internet' | 'VPC' | undefined;
}

/** The policies of a resource, compiled once for all the principals that may ask for it (see `authorize`). */
export interface ResourceSide {
  readonly policies: ResourcePolicies;
}

/** A resource's side with what it was compiled to. */
export class CompiledResource implements ResourceSide {
  readonly policies: ResourcePolicies;
  readonly parts: ResourceParts;
  readonly flags: PolicySetFlags;
  /** The policies in the words of a policy set. */
  readonly set: ResourceSet;
  readonly options: EvaluatorOptions;

  /**
   * @param policies - of the resource.
   * @param options - readings of open questions, and the table of keys to share.
   */
  constructor(policies: ResourcePolicies, { keys = new KeyTable(), ...options }: SideOptions = {}) {
    const { policy, rcps, behind, kind } = policies;
    const grants = kind?.type === 'key' ? kind.grants : undefined;
    this.policies = policies;
    const underlying = behind?.map((one) => one.policy);
    this.set = { resource: policy, rcps, underlying, grants };
    this.parts = compileResourceParts(this.set, { keys, evaluator: options });
    this.flags = flagsOfResource(policies);
    this.options = options;
  }
}

/**
 * Compiles the policies of a resource.
 *
 * @param policies - of the resource.
 * @param options - readings of open questions, and the table of keys to share.
 */
export function compileResource(policies: ResourcePolicies, options: SideOptions = {}): ResourceSide {
  return new CompiledResource(policies, options);
}

/** What a resource's side says in the words of a policy set. */
export function flagsOfResource({ account, kind }: ResourcePolicies): PolicySetFlags {
  const flags = { resourceInManagementAccount: account === 'management' };
  switch (kind?.type) {
    case 'key':
      return { ...flags, resourcePolicyKind: 'kms', awsManagedKey: kind.managedBy === 'aws' };
    case 'role':
      return { ...flags, resourcePolicyKind: 'trust' };
    case 'bucket': {
      const restrictPublicBuckets = kind.publicAccess === 'restricted';
      return { ...flags, restrictPublicBuckets, accessPointNetworkOrigin: kind.networkOrigin };
    }
    case undefined:
      return flags;
  }
}
