import type { Policy } from '@policywright/policy';
import type { TagMap } from './accountData.ts';

/** A policy of an organization. */
export interface OrganizationPolicy {
  /** Its id (`p-FullAWSAccess`) or name; empty where the file tells neither. */
  readonly name: string;
  readonly policy: Policy;
}

/** The root, a unit or an account of an organization. */
export interface OrganizationNode {
  readonly type: 'root' | 'unit' | 'account';
  /** `r-ab12`, `ou-ab12-11111111` or the number of an account. */
  readonly id: string;
  readonly name: string | undefined;
  readonly tags: TagMap;
  /** Service control policies that are attached here; `undefined` where they are not known. */
  readonly scps: readonly OrganizationPolicy[] | undefined;
  /** The same for resource control policies. */
  readonly rcps: readonly OrganizationPolicy[] | undefined;
  readonly children: readonly OrganizationNode[];
}

/** The tree of an organization. */
export interface Organization {
  /** `o-a1b2c3d4e5`, where it is known. */
  readonly id: string | undefined;
  /** The number of its management account. */
  readonly managementAccount: string | undefined;
  /** Accounts that may call `sts:AssumeRoot` (rule S204): delegated administrators of IAM. */
  readonly rootAdministrators: readonly string[];
  /** Whether service control policies are in force: where they are not, levels without one allow all. */
  readonly usesScps: boolean;
  readonly usesRcps: boolean;
  readonly root: OrganizationNode;
}
