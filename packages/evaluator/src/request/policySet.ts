import type { Policy } from '@policywright/policy';

/** Every policy that bears on the requests of one principal to one resource. */
export interface PolicySet {
  /** Managed and inline policies of the user or role and of the user's groups. */
  readonly identity?: readonly Policy[] | undefined;
  readonly resource?: Policy | undefined;
  /** The permissions boundary: at most one in AWS (rule S25). */
  readonly boundary?: readonly Policy[] | undefined;
  /** Absent or empty: no session policy was passed (rule S154). */
  readonly session?: readonly Policy[] | undefined;
  /** Service control policies: one inner list a level, root first (rule S165). */
  readonly scps?: readonly (readonly Policy[])[] | undefined;
  /** Resource control policies: one inner list a level, root first (rule S168). */
  readonly rcps?: readonly (readonly Policy[])[] | undefined;
  /** The policy of the VPC endpoint that the call goes through (rule S170). */
  readonly vpcEndpoint?: readonly Policy[] | undefined;
  readonly flags?: PolicySetFlags | undefined;
}

/** Facts about the accounts and the resource that no document states. */
export interface PolicySetFlags {
  /** SCPs do not bind principals of the management account (rule S167). */
  readonly principalInManagementAccount?: boolean | undefined;
  /** RCPs do not affect resources of the management account (rule S169). */
  readonly resourceInManagementAccount?: boolean | undefined;
  /** The principal is a service-linked role (rules S167 and S169). */
  readonly serviceLinkedRole?: boolean | undefined;
  /** The resource policy is of a kind with rules of its own (rules S171 and S172). */
  readonly resourcePolicyKind?: 'kms' | 'trust' | undefined;
  /** S3 Block Public Access, `RestrictPublicBuckets`, of the bucket or its account (rule S195). */
  readonly restrictPublicBuckets?: boolean | undefined;
}
