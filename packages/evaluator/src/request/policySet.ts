import type { Policy } from '@policywright/policy';
import type { KmsGrant } from './kmsGrant.ts';

/** Every policy that bears on the requests of one principal to one resource. */
export interface PolicySet {
  /** Managed and inline policies of the user or role and of the user's groups. */
  readonly identity?: readonly Policy[] | undefined;
  /**
   * The policy of the resource, or all of them where a resource can have several. Left out: none is given, so
   * that a KMS key or a role to be assumed, which always have one, is denied (rules S171 and S172).
   */
  readonly resource?: Policy | readonly Policy[] | undefined;
  /** The policies of what lies behind the resource, in the order of `Request.underlying` (rule S210). */
  readonly underlying?: readonly (Policy | undefined)[] | undefined;
  /** Grants of the KMS key that is called (rule S208). */
  readonly grants?: readonly KmsGrant[] | undefined;
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

/** Facts about the caller's credentials, the accounts and the resource that neither documents nor the request state. */
export interface PolicySetFlags {
  /** SCPs do not bind principals of the management account (rule S167), which may call sts:AssumeRoot (S204). */
  readonly principalInManagementAccount?: boolean | undefined;
  /** The principal's account is the delegated administrator of IAM, whose principals may call sts:AssumeRoot (S204). */
  readonly delegatedAdministrator?: boolean | undefined;
  /** RCPs do not affect resources of the management account (rule S169). */
  readonly resourceInManagementAccount?: boolean | undefined;
  /** The principal is a service-linked role (rules S167 and S169), where its ARN or `aws:PrincipalArn` does not say. */
  readonly serviceLinkedRole?: boolean | undefined;
  /** How the caller came to its credentials, as far as its ARN does not say (rules S198 to S200). */
  readonly credentials?: CredentialKind | undefined;
  /** The federated session was made with root's credentials, so that its session policies decide alone (S200). */
  readonly federatedByRoot?: boolean | undefined;
  /** The resource policy is of a kind with rules of its own (rules S171 and S172). */
  readonly resourcePolicyKind?: 'kms' | 'trust' | undefined;
  /** The key is one that AWS manages for a service: beyond RCPs and changes (rules S169 and S196). */
  readonly awsManagedKey?: boolean | undefined;
  /** S3 Block Public Access, `RestrictPublicBuckets`: the strictest of access point, bucket, account and organization (S195). */
  readonly restrictPublicBuckets?: boolean | undefined;
  /** The access point's network origin, where one is called; one of a VPC is never public (rule S195). */
  readonly accessPointNetworkOrigin?: 'Internet' | 'VPC' | undefined;
  /** The kind of the VPC endpoint; for S3 and DynamoDB left out, it is taken for a gateway endpoint (rule S33). */
  readonly endpointType?: 'gateway' | 'interface' | undefined;
}

/**
 * How a user, root or a federated user came to the credentials that signed the request: `long-term` (access
 * keys, also if left out), by sts:GetSessionToken without or with MFA information, or by signing in to the
 * console. A role session's ARN says all there is to say.
 */
export type CredentialKind = 'long-term' | 'session-token' | 'session-token-mfa' | 'console';
